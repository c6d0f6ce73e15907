import fc from 'fast-check';
import type { Dialect } from '../../src/spec/index.ts';
import { anyLine, anyBytesLine } from '../inputs/any-line.ts';
import { labelled, log, type Item } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

/** A new process takes a hundred times as long as a command: one trial in twenty-five ends with one, the others ask a second time. */
const FRESH = 7;

/** Which of a few lines logs consist of: few, so that a line comes again after other logs and shows what they left behind. */
const shares = listOf(listOf(fc.nat(), 0, 3), 2, 5);
const few = (dialect: Dialect) =>
  listOf(fc.oneof({ arbitrary: anyLine(dialect), weight: 3 }, { arbitrary: anyBytesLine(dialect), weight: 1 }), 2, 3);

/** Labels tell which lines are the same, at the same index. */
const oneLog = (lines: readonly Item[], indices: readonly number[]): Item[] =>
  indices.map((index, i) => labelled(lines[index % lines.length]!, `${i} ${index % lines.length}`));

export const manyCommands: TrialProperty = {
  id: 'many-commands',
  level: 'must',
  depth: 'lines',
  about: 'before',
  statement: 'One parser over many logs answers as a fresh one would.',
  source: 'protocol: A conversation',
  trials: (dialect) =>
    fc.tuple(few(dialect), shares, fc.nat(24)).map(([lines, indices, restart]) => {
      const logs = indices.map((each) => oneLog(lines, each));
      const steps = logs.map((items, i) => log(dialect, items, { lastNewline: i % 2 === 0 ? '\n' : '' }));
      const last = log(dialect, logs.at(-1)!, {
        lastNewline: logs.length % 2 === 1 ? '\n' : '',
        fresh: restart === FRESH,
      });
      return { steps: [...steps, last] };
    }),
};
