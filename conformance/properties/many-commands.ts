import fc from 'fast-check';
import type { Dialect } from '../../src/spec/index.ts';
import { strangeLine } from '../inputs/any-line.ts';
import { labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from '../property.ts';

/** A new process takes a hundred times as long as a command: one trial in twenty-five ends with one, the others ask a second time. */
const FRESH = 7;

/** Logs of the same few lines, good and bad ones, so that what one leaves behind shows in the next; labels tell which are the same. */
const oneLog = (dialect: Dialect) =>
  listOf(strangeLine(dialect), 0, 3).map((items) => items.map((item, i) => labelled(item, `${i} ${Buffer.from(item.bytes).toString('base64')}`)));

export const manyCommands: TrialProperty = {
  id: 'many-commands',
  level: 'must',
  depth: 'lines',
  statement: 'One parser over many logs answers as a fresh one would.',
  source: 'protocol: kept for many commands',
  trials: (dialect) =>
    fc.tuple(listOf(oneLog(dialect), 2, 5), fc.nat(24)).map(([logs, restart]) => {
      const steps = logs.map((items, i) => log(dialect, items, { lastNewline: i % 2 === 0 ? '\n' : '' }));
      const last = log(dialect, logs.at(-1)!, { lastNewline: logs.length % 2 === 1 ? '\n' : '', fresh: restart === FRESH });
      return { steps: [...steps, last] };
    }),
};
