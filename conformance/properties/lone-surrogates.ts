import fc from 'fast-check';
import { either, log } from '../inputs/compose.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';
import { observed } from './observed.ts';

import type { TrialProperty } from './property.ts';

export const loneSurrogates: TrialProperty = {
  id: 'lone-surrogates',
  level: 'may',
  depth: 'fields',
  statement: 'What is read of half a surrogate pair.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), fc.constantFrom('\ud83d', '\ude00')).map(([{ record }, half]) => {
      const line = lineOf({ ...record, username: `a${half}b` }, dialect);
      return { steps: [log(dialect, [either(line.text)])] };
    }),
  observe: ([reply]) =>
    observed(reply!, ({ username }) => {
      if (typeof username !== 'string') return 'keeps something else';
      if (/\p{Surrogate}/u.test(username)) return 'keeps it';
      return username.includes('\ufffd')
        ? 'replaces it'
        : username.includes('?')
          ? 'writes a question mark'
          : 'drops it';
    }),
};
