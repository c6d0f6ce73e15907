import { pick } from '../../../src/base/random/index.ts';
import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** Copied by hand, a character short or over. */
export const videoCodeLength = placeFault(
  {
    id: 'video-code-length',
    wording: 'A video’s code is too short or too long.',
    verdict: 'reject',
    rule: 'video-code',
  },
  ofRule('video-code'),
  (code, random) => pick(random, [String(code).slice(0, -1), `${String(code)}_`]),
);
