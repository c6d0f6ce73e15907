/** Groups of people who know each other: blocks of learners in a row, of some of which an incident is. */
import { hash } from '../../src/base/random/index.ts';
import type { Learner } from '../learners/learner.ts';
import { numberOf, type Parameter, type Scene } from './incident.ts';

/** The size of a block, as a parameter. */
export const BLOCK: Parameter = {
  about: 'learners in a row that know each other; a group is those of one pool',
  default: 30,
  least: 2,
  most: 1000,
  whole: true,
};

/** The block that a learner is of, by parameter `block`, and whether the incident has a share in it, by parameter `share`; staff is of none. */
export function groupsOf(scene: Scene) {
  const { plan, incident } = scene;
  const size = numberOf(scene, 'block');
  const share = numberOf(scene, 'share') * 2 ** 32;
  const blockOf = ({ number }: Learner): number => Math.floor((number - 1) / size);
  const isIn = (learner: Learner): boolean =>
    learner.username !== '' && learner.kind.name !== 'staff' && hash(plan.seed, incident.id, blockOf(learner)) < share;
  return { blockOf, isIn };
}
