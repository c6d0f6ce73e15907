import { either, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';
import { observed } from './observed.ts';

import type { TrialProperty } from './property.ts';

const FIRST = 'first';
const LAST = 'last';

export const duplicateKeys: TrialProperty = {
  id: 'duplicate-keys',
  level: 'may',
  depth: 'fields',
  statement: 'What is read of a key that comes twice.',
  source: 'format: A line',
  trials: (dialect) =>
    logLine(dialect).map((line) => {
      const text = `{"username": ${JSON.stringify(FIRST)}, ${spell({ ...line.fields, username: LAST }, PLAIN).slice(1)}`;
      return { steps: [log(dialect, [either(text)])] };
    }),
  observe: ([reply]) =>
    observed(reply!, (record) =>
      record['username'] === FIRST
        ? 'keeps the first'
        : record['username'] === LAST
          ? 'keeps the last'
          : 'keeps something else',
    ),
};
