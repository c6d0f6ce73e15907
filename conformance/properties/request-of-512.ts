import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import { request, REQUEST_CUT, type Dialect } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { requestOf } from '../inputs/request-of.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const parameters = (dialect: Dialect, length: number) => requestOf(dialect, { body: ['x'.repeat(length)] });

export const requestOf512: TrialProperty = {
  id: 'request-of-512',
  level: 'must',
  depth: 'payload',
  statement: 'A request’s payload of exactly 512 characters that is whole is decoded.',
  source: 'format: Requests',
  dialects: ['deployed', 'current'],
  trials: (dialect) =>
    fc.tuple(logLine(dialect, [request]), fc.constantFrom(0, 1)).map(([{ record }, less]) => {
      const event = parameters(dialect, REQUEST_CUT - less - dumps(parameters(dialect, 0)).length);
      return { steps: [log(dialect, [mustAccept(lineOf({ ...record, event }, dialect), { about: ['event'] })])] };
    }),
};
