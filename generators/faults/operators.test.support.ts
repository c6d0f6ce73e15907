/** What line operators make of clean lines. */
import { isDeepStrictEqual } from 'node:util';
import { parseLine } from '../../src/line/index.ts';
import { stream } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import {
  byDialect,
  DIALECTS,
  eventTypeOf,
  fieldOrder,
  LINE_CUT,
  type Dialect,
  type FieldName,
  type SchemaNode,
} from '../../src/spec/index.ts';
import { linesOf } from '../../testing/runs.ts';
import { ValidLine } from './valid-line.ts';
import { breakLine, type LineFault } from './fault.ts';

/** Clean lines of a small run, every event type among them as far as a run has them. */
export const CLEAN: Record<Dialect, ValidLine[]> = byDialect(() => []);
for (const dialect of DIALECTS) {
  const lines = await linesOf({ users: 100, days: 9, servers: 1, dialect, seed: 'operators' });
  const kept =
    dialect === 'documented' ? lines : lines.filter((line, index) => !line.includes('/heartbeat') || index % 100 === 0);
  CLEAN[dialect] = kept.map((line) => new ValidLine(line, dialect));
}

/** Today's lines behind the prefix that Tutor puts before them. */
export const TUTOR = (
  await linesOf({ users: 40, days: 4, servers: 1, dialect: 'current', prefix: 'tutor', seed: 'operators' })
).map((line) => new ValidLine(line, 'current'));

/** How far from the limit of deployed lines; an operator that adds or removes a little must mind it. */
const NEAR_LIMIT = 12;

/** Conforming deployed lines as long as such lines can be, or a little shorter, for a long agent. */
export const LONG = CLEAN.deployed
  .filter((line, index) => line.fields && index % 31 === 0)
  .map((line, index) => {
    const missing = LINE_CUT - (index % NEAR_LIMIT) - line.text.length;
    return new ValidLine(line.with('agent', `${String(line.fields!['agent'])}${'x'.repeat(missing)}`), 'deployed');
  });

/** One application of an operator. */
export interface Broken {
  readonly clean: string;
  readonly text: string;
}

/** What is enough of an operator's work for a test: so many results, of one event type, or so many characters of them. */
const ENOUGH = { results: 100, ofType: 2, characters: 1_000_000 };
/** A prime, so that steps of it over the lines meet each of them, early and late ones in turn. */
const STEP = 7919;
/** Lines of an event type that are tried: those that nearly all are of would be most. */
const TRIED = 300;

/** The numbers of lines, in the order in which they are tried, and their texts. */
const tried = onceFor((lines: readonly ValidLine[]) => {
  const byType = new Map<string, number>();
  const order = lines
    .map((_, step) => (step * STEP) % lines.length)
    .filter((index) => {
      const type = lines[index]!.eventType;
      const alike = byType.get(type) ?? 0;
      byType.set(type, alike + 1);
      return alike < TRIED;
    });
  return { order, texts: lines.map(({ whole }) => whole) };
});

/** Applies an operator to lines of the whole run until that is enough; those that it cannot break are left out. */
export function breakAll(fault: LineFault, lines: readonly ValidLine[], ofType = ENOUGH.ofType): Broken[] {
  const random = stream('test', 'fault', fault.id);
  const { order, texts } = tried(lines);
  const broken: Broken[] = [];
  const byType = new Map<string, number>();
  let left = ENOUGH.characters;
  for (const index of order) {
    if (broken.length === ENOUGH.results || left <= 0) break;
    const type = lines[index]!.fields?.['event_type'] as string;
    const alike = byType.get(type) ?? 0;
    if (alike >= ofType) continue;
    const next = fault.takes === 'pair' ? lines[index + 1] : undefined;
    if (fault.takes === 'pair' && !next) continue;
    const context = {
      number: index + 1,
      next,
      inFile: Math.min(index, 64),
      before: () => texts.slice(Math.max(0, index - 64), index).toReversed(),
    };
    const text = breakLine(fault, lines[index]!, random, context);
    if (text === undefined) continue;
    byType.set(type, alike + 1);
    broken.push({ clean: next ? `${texts[index]}\n${next.whole}` : texts[index]!, text });
    left -= text.length;
  }
  return broken;
}

/** The names of a payload's parts; undefined where they are free. */
function partsOf(schema: SchemaNode): string[] | undefined {
  const members = schema.anyOf ?? [schema];
  return members[0]!.properties ? members.flatMap(({ properties = {} }) => Object.keys(properties)) : undefined;
}

/** What a line means: the fields, and the parts of its payload, that the format names. */
function meaningOf(text: string, dialect: Dialect): unknown[] {
  const { event, ...record } = parseLine(text, dialect);
  const shape = eventTypeOf(dialect, record.event_source, record.event_type)?.[dialect];
  const parts = shape && partsOf(shape.payload);
  const payload =
    parts && typeof event === 'object' && event !== null
      ? parts.map((part) => (event as Record<string, unknown>)[part])
      : event;
  return [
    payload,
    ...fieldOrder(dialect, 'browser').map((name) => (record as { [name in FieldName]?: unknown })[name]),
  ];
}

/** Whether a broken text reads as the clean one does. */
export const meansTheSame = ({ clean, text }: Broken, dialect: Dialect): boolean =>
  isDeepStrictEqual(meaningOf(Buffer.from(text, 'latin1').toString(), dialect), meaningOf(clean, dialect));
