/** Programs and essays that are handed in as one's own, and are somebody else's. */
import { chance, pick } from '../../src/base/random/index.ts';
import type { Learner } from '../learners/learner.ts';
import type { SessionContext } from '../model/session-context.ts';
import { BLOCK, groupsOf } from './groups.ts';
import { goesOn, numberOf, share, spell, type Incident } from './incident.ts';

const HEADS = ['# my own work', '# final', '# version 2', '# done'] as const;

/** A text changed a little, so that it is not the same to the letter: a program gets other indents and a first line, an essay another order of sentences. */
function disguised(random: () => number, text: string): string {
  if (/^\s*(?:def|for|while|if|return|print|[a-z_]\w* =)/m.test(text))
    return `${pick(random, HEADS)}\n${text.replace(/^(?: {4}|\t)+/gm, (indent) => indent.replace(/ {4}|\t/g, '   '))}`;
  const [first, ...others] = text.split(/(?<=[.!?])\s+/);
  return [...others, first].join(' ');
}

/** A text that was handed in, and by whom. */
interface Original {
  readonly learner: Learner;
  text: string;
}

const plagiarisedWork: Incident = {
  id: 'plagiarism',
  family: 'people',
  about:
    'Programs and essays go round in a group: who has not written its own yet hands in what somebody else of it has handed in, as it is or changed a little.',
  roles: { source: 'whose text others hand in', copies: 'who hands in a text of somebody else’s' },
  parameters: {
    ...spell(0, 87_840),
    block: BLOCK,
    share: share('of the blocks in which texts go round', 0.2),
    disguised: share('of the copies that are changed a little', 0.5),
  },
  causes: [],
  begin(scene) {
    const { incident } = scene;
    const { blockOf, isIn } = groupsOf(scene);
    /** By block and what they are for, those of the lowest numbers first. */
    const originals = new Map<string, Original[]>();
    const copied = new WeakMap<SessionContext, number>();
    return {
      text(visit, what, text) {
        const { learner } = visit;
        if (!goesOn(scene, visit.now) || !isIn(learner)) return text;
        const key = `${blockOf(learner)} ${what}`;
        const known = originals.get(key) ?? [];
        originals.set(key, known);
        const own = known.find((each) => each.learner === learner);
        // Of those with lower numbers only: nobody's lines depend on who is there beyond.
        const source = own ? undefined : known.find((each) => each.learner.number < learner.number);
        if (source === undefined) {
          const handedIn = text();
          if (own) own.text = handedIn;
          else known.push({ learner, text: handedIn });
          known.sort((a, b) => a.learner.number - b.learner.number);
          return () => handedIn;
        }
        scene.takesPart(source.learner, 'source');
        scene.takesPart(learner, 'copies');
        copied.set(visit, visit.now);
        const random = visit.own('plagiarism', incident.id, what);
        const copy = chance(random, numberOf(scene, 'disguised')) ? disguised(random, source.text) : source.text;
        return () => copy;
      },
      hands: (visit) => (copied.get(visit) === visit.now ? 'changed' : undefined),
    };
  },
};

export const plagiarism: readonly Incident[] = [plagiarisedWork];
