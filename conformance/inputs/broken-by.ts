import fc from 'fast-check';
import { ValidLine } from '../../generators/faults/valid-line.ts';
import { actsOn } from '../../generators/faults/index.ts';
import { breakLine, type FaultInfo, type LineFault } from '../../generators/faults/fault.ts';
import { stream } from '../../src/base/random/index.ts';
import { eventTypeId, eventTypesOf, LINE_CUT, type Dialect } from '../../src/spec/index.ts';
import { LOG_LIKE } from './value-generators.ts';
import { linesFrom, lineOf, logLine, requestedLine, type LogLine } from './log-line.ts';

/** A conforming line, and what a fault operator has made of it. */
export interface MalformedLine {
  readonly fault: FaultInfo;
  readonly clean: LogLine;
  /** May hold newlines, and then stands for several lines; without the one at its end. */
  readonly bytes: Buffer;
}

/** Applies an operator: one of its ways to do so, by number. */
function apply(fault: LineFault, clean: LogLine, next: LogLine, way: number): MalformedLine | undefined {
  const { dialect, text } = clean;
  const context = { number: 1, next: new ValidLine(next.text, dialect), before: () => [], inFile: 0 };
  const broken = breakLine(fault, new ValidLine(text, dialect), stream('conform', 'fault', fault.id, way), context);
  return broken === undefined ? undefined : { fault, clean, bytes: Buffer.from(broken, 'latin1') };
}

/** How many lines of each event type are looked at to learn which an operator can break. */
const PROBES = 6;
/** How many ways there are to apply an operator to a line. */
const WAYS = 2 ** 20;

/** Lines as long as the platform writes: some operators are about those. */
const longLine = (dialect: Dialect): fc.Arbitrary<LogLine> =>
  requestedLine(dialect).map(({ record, text }) =>
    lineOf({ ...record, agent: 'x'.repeat(Math.max(0, LINE_CUT - text.length)) }, dialect),
  );

const probed = new Map<string, readonly LogLine[]>();

/** Some lines, drawn once: every operator is tried with the same. */
function probes(key: string, lines: () => fc.Arbitrary<LogLine>): readonly LogLine[] {
  const known = probed.get(key) ?? fc.sample(lines(), { seed: 1, numRuns: PROBES });
  probed.set(key, known);
  return known;
}

/** Lines that an operator can break, as far as some probes tell. */
function breakable(fault: LineFault, dialect: Dialect): fc.Arbitrary<LogLine> | undefined {
  const [next] = probes(dialect, () => logLine(dialect));
  const breaks = (lines: readonly LogLine[]) => lines.some((line, way) => apply(fault, line, next!, way));
  const types = new Set(
    eventTypesOf(dialect)
      .filter((type) => breaks(probes(`${dialect}/${eventTypeId(type)}`, () => logLine(dialect, [type]))))
      .map(eventTypeId),
  );
  if (types.size > 0) return linesFrom(LOG_LIKE, dialect, (type) => types.has(eventTypeId(type)));
  return breaks(probes(`${dialect}, long`, () => longLine(dialect))) ? longLine(dialect) : undefined;
}

const made = new Map<string, fc.Arbitrary<MalformedLine> | undefined>();

/**
 * What an operator makes of lines of a dialect: smaller lines first, then simpler ways.
 *
 * @returns undefined when it breaks no line of that dialect
 */
export function brokenBy(fault: LineFault, dialect: Dialect): fc.Arbitrary<MalformedLine> | undefined {
  const key = `${fault.id}/${dialect}`;
  if (made.has(key)) return made.get(key);
  const lines = actsOn(fault, dialect) ? breakable(fault, dialect) : undefined;
  const broken =
    lines &&
    fc
      .tuple(lines, logLine(dialect), fc.nat(WAYS))
      .map(([line, next, way]) => apply(fault, line, next, way))
      .filter((result) => result !== undefined);
  made.set(key, broken);
  return broken;
}
