/** What becomes of single lines: a draw for each, addressed by whose it is and when, so that nobody else's changes it. */
import { hashedShare } from '../../src/base/random/index.ts';
import type { Line } from '../model/line.ts';
import type { Scene } from './incident.ts';

/** A number from 0 to below 1 for a line. */
export const drawOf = ({ plan: { seed }, incident: { id } }: Scene, { visit, time, type, path }: Line): number =>
  hashedShare(seed, `${id}/${visit?.learner.number ?? 0}/${type.name}${path}`, time);
