import { integer } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

/** A writer that dies in the middle of a line, or a disk that fills up. */
export const lineCut: LineFault = {
  scope: 'line',
  id: 'line-cut',
  level: 'bytes',
  wording: 'A line is cut at a random byte.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text }, random) => text.slice(0, integer(random, 1, text.length - 1)),
};
