import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import type { Json } from '../../src/line/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { playVideo } from '../../src/spec/events/index.ts';
import { mustAccept, log, type Item } from '../inputs/compose.ts';
import { checksFrom } from '../inputs/checks.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { logLine, lineOf } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const SPELLED = [
  '0',
  '0.0',
  '1',
  '1.0',
  '1.264',
  '0.1',
  '62.75',
  '1e2',
  '1E+2',
  '12.5e-1',
  '1e-7',
  '3599.999999',
  '0.30000000000000004',
  '2147483648',
  '4294967296.5',
  '9007199254740991',
  '100',
  '1234.000',
];

/** Seeds of random numbers, which are signed and need not fit in 32 bits. */
const SEEDS = [
  0, -1, 1, 7, 2_147_483_647, -2_147_483_648, 2_147_483_648, -1_493_813_921, 4_294_967_296, 9_007_199_254_740_991,
];

/** A video's position, spelled in any way. */
const position = (dialect: Dialect): fc.Arbitrary<Item> =>
  fc.tuple(logLine(dialect, [playVideo]), fc.constantFrom(...SPELLED)).map(([{ record }, number]) => {
    const spelled = { ...(record.event as Record<string, Json>), currentTime: Number(number) };
    const line = lineOf({ ...record, event: spelled }, dialect);
    const event = String(line.fields['event']).replace(/("currentTime":)[^,}]*/, (_, key) => key + number);
    return mustAccept(line, { about: ['event'], text: dumps({ ...line.fields, event }) });
  });

const seed = (dialect: Dialect): fc.Arbitrary<Item> =>
  fc.tuple(checksFrom(LOG_LIKE, dialect), fc.constantFrom(...SEEDS)).map(([{ record }, number]) => {
    const event = record.event as { [key: string]: Json; state: { [key: string]: Json } };
    return mustAccept(lineOf({ ...record, event: { ...event, state: { ...event.state, seed: number } } }, dialect), {
      about: ['event'],
    });
  });

export const numbers: TrialProperty = {
  id: 'numbers',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement:
    'Numbers arrive as numbers, with their exact value however they are spelled; digits in strings stay strings.',
  source: 'format: Browser events',
  trials: (dialect) =>
    listOf(fc.oneof(position(dialect), seed(dialect)), 1, 3).map((items) => ({ steps: [log(dialect, items)] })),
};
