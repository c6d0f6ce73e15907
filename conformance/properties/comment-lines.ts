import fc from 'fast-check';
import { mustReject, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What comments, headers and records of other formats begin with, of which a reader may know too much. */
const STARTS = [
  '#',
  '# ',
  '//',
  ';',
  '--',
  '%',
  '!',
  '<!--',
  '/*',
  'REM ',
  '---',
  '#!',
  'data: ',
  '\x1e',
  ")]}',",
  '@',
];

export const commentLines: TrialProperty = {
  id: 'comment-lines',
  level: 'must',
  depth: 'lines',
  statement: 'A line that begins with # or another mark of comments is a line, and no record: it is refused.',
  source: 'protocol: lines',
  trials: (dialect) =>
    fc
      .tuple(logLine(dialect), fc.constantFrom(...STARTS), fc.boolean(), logLine(dialect))
      .map(([before, start, empty, after]) => ({
        steps: [log(dialect, [mustAccept(before), mustReject(start + (empty ? '' : after.text)), mustAccept(after)])],
      })),
};
