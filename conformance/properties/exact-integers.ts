import fc from 'fast-check';
import type { Json } from '../../src/line/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { seqGoto, seqNext } from '../../src/spec/events/index.ts';
import { mustAccept, log, bytesOf, type Item } from '../inputs/compose.ts';
import { checkedBy } from '../inputs/checks.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Beyond what a double tells, what fits in 64 bits, with a sign or without, and beyond that. */
const BEYOND = [
  '9007199254740993',
  '9007199254740995',
  '1234567890123456789',
  '9223372036854775807',
  '9223372036854775808',
  '9223372036854775809',
  '18446744073709551615',
  '18446744073709551616',
  '18446744073709551617',
  '100000000000000000001',
  '170141183460469231731687303715884105729',
];
const BELOW = ['-9007199254740993', '-9223372036854775808', '-9223372036854775809', '-18446744073709551617'];

/** Stands in a line until its digits are written there: no other number of a line is as large. */
const STAND_IN = 4_503_599_627_370_497;

type Fields = Record<string, Json>;

/** Payloads with an integer that may be as large as it likes, and where it is. */
const integersOf = (dialect: Dialect) => [
  {
    type: checkedBy(dialect),
    path: '/event/state/seed',
    numbers: [...BEYOND, ...BELOW],
    put: (event: Fields): Fields => ({ ...event, state: { ...(event['state'] as Fields), seed: STAND_IN } }),
  },
  {
    type: checkedBy(dialect),
    path: '/event/attempts',
    numbers: BEYOND,
    put: (event: Fields): Fields => ({ ...event, attempts: STAND_IN }),
  },
  { type: seqNext, path: '/event/new', numbers: BEYOND, put: (event: Fields): Fields => ({ ...event, new: STAND_IN }) },
  { type: seqGoto, path: '/event/old', numbers: BEYOND, put: (event: Fields): Fields => ({ ...event, old: STAND_IN }) },
];

export const exactIntegers: TrialProperty = {
  id: 'exact-integers',
  level: 'should',
  depth: 'payload',
  statement:
    'An integer beyond 2^53 arrives to the last digit, or its line is refused; as the nearest double only where the parser’s language has no other numbers.',
  source: 'protocol: The record at level payload',
  trials: (dialect) =>
    fc.constantFrom(...integersOf(dialect)).chain(({ type, path, numbers, put }) =>
      fc
        .tuple(logLine(dialect, [type]), fc.constantFrom(...numbers), logLine(dialect))
        .map(([{ record }, digits, next]) => {
          const text = lineOf({ ...record, event: put(record.event as Fields) }, dialect).text.replace(
            `${STAND_IN}`,
            digits,
          );
          const item: Item = {
            bytes: bytesOf(text),
            expected: { verdict: 'either', truth: { integers: { [path]: digits } } },
          };
          return { steps: [log(dialect, [item, mustAccept(next)], { exact: true })] };
        }),
    ),
};
