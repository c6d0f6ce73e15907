import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import type { Json } from '../../src/line/index.ts';
import { playVideo } from '../../src/spec/events/index.ts';
import { good, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/leaves.ts';
import { linesFrom, lineOf } from '../inputs/log-line.ts';

import type { TrialProperty } from '../property.ts';

const SPELLED = ['0', '0.0', '1', '1.0', '1.264', '0.1', '62.75', '1e2', '1E+2', '12.5e-1', '1e-7', '3599.999999', '0.30000000000000004', '2147483648', '4294967296.5', '9007199254740991', '100', '1234.000'];


export const numbers: TrialProperty = {
  id: 'numbers',
  level: 'must',
  depth: 'payload',
  statement: 'Numbers arrive as numbers, with their exact value however they are spelled; digits in strings stay strings.',
  source: 'Browser Events',
  trials: (dialect) =>
    fc.tuple(linesFrom(LOG_LIKE, dialect, ({ name }) => name === playVideo.name), fc.constantFrom(...SPELLED)).map(([{ record }, number]) => {
      const spelled = { ...(record.event as Record<string, Json>), currentTime: Number(number) };
      const line = lineOf({ ...record, event: spelled }, dialect);
      const event = String(line.fields['event']).replace(/("currentTime":)[^,}]*/, (_, key) => key + number);
      return { steps: [log(dialect, [good(line, { about: ['event'], text: dumps({ ...line.fields, event }) })])] };
    }),
};
