import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** A player that counts from the end, or subtracts its own delay. */
export const videoTimeNegative = placeFault(
  {
    id: 'video-time-negative',
    wording: 'A position in a video is negative.',
    verdict: 'reject',
    rule: 'video-time',
  },
  ofRule('video-time'),
  (seconds) => -seconds! || -1,
);
