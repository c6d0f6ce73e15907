import fc from 'fast-check';
import { LINE_CUT } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { lineOf, logLine, requestedLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const lineOf10000: TrialProperty = {
  id: 'line-of-10000',
  level: 'must',
  depth: 'lines',
  statement: 'A line of exactly 10,000 characters that is whole is a line like any other.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(requestedLine(dialect), fc.constantFrom(0, 1), logLine(dialect)).map(([{ record }, less, next]) => {
      const bare = lineOf({ ...record, agent: '' }, dialect).text.length;
      const line = lineOf({ ...record, agent: 'x'.repeat(LINE_CUT - less - bare) }, dialect);
      return {
        steps: [
          log(
            dialect,
            [line, next].map((each) => mustAccept(each, { about: ['fields'] })),
          ),
        ],
      };
    }),
};
