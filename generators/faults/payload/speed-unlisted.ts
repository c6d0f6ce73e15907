import { pick } from '../../../src/base/random/index.ts';
import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** Players of later years offer them, authors list videos for them, and 1.5 is what 1.50 becomes as a number. */
export const speedUnlisted = placeFault(
  {
    id: 'speed-unlisted',
    wording: 'A video’s speed is not one of the four.',
    verdict: 'reject',
    rule: 'video-speed',
    dialects: ['documented'],
  },
  ofRule('video-speed'),
  (_, random) => pick(random, ['0.50', '1', '1.5', '2.0']),
);
