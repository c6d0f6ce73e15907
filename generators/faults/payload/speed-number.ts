import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** A player that tells its speed as the number that it is. */
export const speedNumber = placeFault(
  {
    id: 'speed-number',
    wording: 'A video’s speed is a number, not text.',
    verdict: 'reject',
    rule: 'video-speed',
  },
  ofRule('video-speed'),
  (speed) => Number(speed),
);
