import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import { request, REQUEST_CUT } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { requestOf } from '../inputs/request-of.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What it may be cut inside of: a word, an escape, an escaped quote. */
const BODIES = ['a', '\u00e9', '"', '\\', '\u{1f600}'];

export const requestCut: TrialProperty = {
  id: 'request-cut',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement: 'A request’s payload that was cut at 512 characters stays the string that it is.',
  source: 'format: Requests',
  dialects: ['deployed', 'current'],
  trials: (dialect) =>
    fc.tuple(logLine(dialect, [request]), fc.constantFrom(...BODIES), fc.nat(9)).map(([{ record }, body, shift]) => {
      const posted = { body: ['x'.repeat(shift) + body.repeat(REQUEST_CUT / body.length)] };
      const event = dumps(requestOf(dialect, posted)).slice(0, REQUEST_CUT);
      return { steps: [log(dialect, [mustAccept(lineOf({ ...record, event }, dialect), { about: ['event'] })])] };
    }),
};
