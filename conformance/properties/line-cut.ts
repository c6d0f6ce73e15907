import fc from 'fast-check';
import { encodeLine } from '../../src/line/index.ts';
import { LINE_CUT } from '../../src/spec/index.ts';
import { mustReject, mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine, type LogLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** The platform writes no more than so many characters of a line, here because of a long name of a browser. */
const cutLine = logLine('deployed').map(({ record }) =>
  encodeLine({ ...record, agent: 'Mozilla/5.0 '.repeat(LINE_CUT / 12) }, 'deployed'),
);

export const lineCut: TrialProperty = {
  id: 'line-cut',
  level: 'must',
  depth: 'lines',
  statement: 'A line that the platform cut at 10,000 characters is refused, and its neighbours are read.',
  source: 'format: A line, deployed',
  dialects: ['deployed'],
  trials: (dialect) =>
    fc.tuple(listOf(logLine(dialect), 0, 2), cutLine, listOf(logLine(dialect), 0, 2)).map(([before, cut, after]) => {
      const around = (lines: readonly LogLine[]) => lines.map((line) => mustAccept(line, { about: ['fields'] }));
      return { steps: [log(dialect, [...around(before), mustReject(cut), ...around(after)])] };
    }),
};
