/** What events of videos tell: which video, where in it, how fast. */
import { pick } from '../../../src/base/random/index.ts';
import { EARLY_DIALECTS } from '../../../src/spec/index.ts';
import { valueFaults } from './value-fault.ts';

export const videoFaults = [
  ...valueFaults('video-speed', [
    {
      // A player that tells its speed as the number that it is.
      id: 'speed-number',
      wording: 'A video’s speed is a number, not text.',
      change: (speed) => Number(speed),
    },
    {
      // Players of later years offer them, authors list videos for them, and 1.5 is what 1.50 becomes as a number.
      id: 'speed-unlisted',
      wording: 'A video’s speed is not one of the four.',
      dialects: ['documented'],
      change: (_, random) => pick(random, ['0.50', '1', '1.5', '2.0']),
    },
  ]),
  ...valueFaults('video-code', [
    {
      // Copied by hand, a character short or over.
      id: 'video-code-length',
      wording: 'A video’s code is too short or too long.',
      change: (code, random) => pick(random, [String(code).slice(0, -1), `${String(code)}_`]),
    },
  ]),
  ...valueFaults('video-id', [
    {
      // The id as the server knows it.
      id: 'video-id-location',
      wording: 'A video’s id is its location, not the html form.',
      dialects: EARLY_DIALECTS,
      change: (id) => String(id).replace('-', '://').replaceAll('-', '/'),
    },
    {
      // An author's XML that has a newline in the name.
      id: 'video-id-newline',
      wording: 'A newline stands before a video’s id.',
      change: (id) => `\n${String(id)}`,
    },
  ]),
  ...valueFaults('video-time', [
    {
      // A player that counts from the end, or subtracts its own delay.
      id: 'video-time-negative',
      wording: 'A position in a video is negative.',
      change: (seconds) => -seconds! || -1,
    },
  ]),
];
