import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const FRACTION = /\.\d+/;

export const timesWithoutFraction: TrialProperty = {
  id: 'times-without-fraction',
  level: 'must',
  depth: 'fields',
  about: '/time',
  statement: 'A time without fraction is that whole second.',
  source: 'format: Common fields, deployed',
  dialects: ['deployed', 'current'],
  trials: (dialect) =>
    listOf(fc.tuple(logLine(dialect), fc.boolean()), 1, 3).map((lines) => {
      const written = lines.map(([{ record }, whole]) =>
        lineOf({ ...record, time: whole ? record.time.replace(FRACTION, '') : record.time }, dialect),
      );
      return {
        steps: [
          log(
            dialect,
            written.map((line) => mustAccept(line, { about: ['fields'] })),
          ),
        ],
      };
    }),
};
