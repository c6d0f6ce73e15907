/** The server's event of a check, which has another name today. */
import type fc from 'fast-check';
import { problemChecked, saveProblemCheck } from '../../src/spec/events/index.ts';
import type { Dialect, EventType } from '../../src/spec/index.ts';
import { linesFrom, type LogLine } from './log-line.ts';
import type { ValueGenerators } from './payload.ts';

/** The event type of a check's marks. */
export const checkedBy = (dialect: Dialect): EventType => (dialect === 'current' ? problemChecked : saveProblemCheck);

/** Lines of checks whose values are made of some leaves. */
export const checksFrom = (values: ValueGenerators, dialect: Dialect): fc.Arbitrary<LogLine> => {
  const { source, name } = checkedBy(dialect);
  return linesFrom(values, dialect, (type) => type.source === source && type.name === name);
};
