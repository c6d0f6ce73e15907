import fc from 'fast-check';
import { encodeLine, type Json, type LogRecord } from '../../src/line/index.ts';
import { commonFieldsOf, payloadOf, wholeRecord, type ValueGenerators } from './payload.ts';
import { eventTypesOf, LINE_CUT, type Dialect, type EventType, type KnownEventType } from '../../src/spec/index.ts';
import { LOG_LIKE } from './value-generators.ts';
import { minimal } from './minimal.ts';

/** A conforming line and what it means. */
export interface LogLine {
  readonly dialect: Dialect;
  /** The line, without its newline. */
  readonly text: string;
  /** The line's own keys and values, its payload as it stands in `event`. */
  readonly fields: Readonly<Record<string, Json>>;
  /** What the line means: its payload decoded. */
  readonly record: LogRecord;
}

/** A line whose keys and values are parsed when they are first asked for, which most properties never do. */
class ParsedLine implements LogLine {
  readonly dialect: Dialect;
  readonly text: string;
  readonly record: LogRecord;
  #fields: Record<string, Json> | undefined;

  constructor(record: LogRecord, dialect: Dialect, text: string) {
    this.record = record;
    this.dialect = dialect;
    this.text = text;
  }

  get fields(): Readonly<Record<string, Json>> {
    return (this.#fields ??= JSON.parse(this.text) as Record<string, Json>);
  }
}

/** The line that a record is written as. */
export const lineOf = (record: LogRecord, dialect: Dialect): LogLine =>
  new ParsedLine(record, dialect, encodeLine(record, dialect));

type Values = Record<string, unknown>;

/** One event type: arbitraries of its common fields and of its payload. */
interface Kind {
  readonly type: KnownEventType;
  /** Types whose common fields have the same schemas share them, and so turn into each other. */
  readonly fields: fc.Arbitrary<Values>;
  readonly payload: fc.Arbitrary<unknown>;
  readonly least: () => fc.Value<unknown>;
}

interface Context {
  readonly kind: Kind;
  readonly fields: fc.Value<Values>;
  readonly payload: fc.Value<unknown>;
}

/** What has been made of some leaves: making it takes far longer than drawing from it. */
interface Made {
  readonly kinds: Map<string, Kind>;
  readonly fields: Map<string, fc.Arbitrary<Values>>;
}

const made = new Map<ValueGenerators, Made>();

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function makeKind(type: KnownEventType, fields: fc.Arbitrary<Values>, payload: fc.Arbitrary<unknown>): Kind {
  let least: fc.Value<unknown> | undefined;
  return { type, fields, payload, least: () => (least ??= minimal(payload)) };
}

function kindOf(dialect: Dialect, type: KnownEventType, values: ValueGenerators): Kind {
  const { kinds, fields } = made.get(values) ?? { kinds: new Map(), fields: new Map() };
  made.set(values, { kinds, fields });
  return remembered(kinds, `${dialect}/${type.source}/${type.name}`, () => {
    const { page, context } = type.shape;
    const schemas = JSON.stringify([dialect, dialect === 'deployed' && type.source, page, type.names, context]);
    const common = remembered(fields, schemas, () => commonFieldsOf(dialect, type, values));
    return makeKind(type, common, payloadOf(dialect, type, values));
  });
}

class LogLines extends fc.Arbitrary<LogLine> {
  readonly #dialect: Dialect;
  readonly #types: readonly KnownEventType[];
  readonly #values: ValueGenerators;

  constructor(dialect: Dialect, types: readonly KnownEventType[], values: ValueGenerators) {
    super();
    this.#dialect = dialect;
    this.#types = types;
    this.#values = values;
  }

  /** Made when it is first drawn: of all types that takes far longer than most commands. */
  #kind(type: KnownEventType): Kind {
    return kindOf(this.#dialect, type, this.#values);
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<LogLine> {
    const kind = this.#kind(this.#types[random.nextInt(0, this.#types.length - 1)]!);
    const fields = kind.fields.generate(random, bias);
    return this.#of({ kind, fields, payload: kind.payload.generate(random, bias) });
  }

  override canShrinkWithoutContext(_value: unknown): _value is LogLine {
    return false;
  }

  override shrink(_value: LogLine, context: unknown): fc.Stream<fc.Value<LogLine>> {
    return fc.stream(this.#shrunk(context as Context));
  }

  *#shrunk(context: Context): IterableIterator<fc.Value<LogLine>> {
    const { kind, fields, payload } = context;
    const simplest = this.#simplest(kind);
    if (simplest !== kind) yield this.#of({ kind: simplest, fields, payload: simplest.least() });
    const least = kind.least();
    if (payload !== least) yield this.#of({ kind, fields, payload: least });
    for (const smaller of kind.fields.shrink(fields.value_, fields.context))
      yield this.#of({ kind, fields: smaller, payload });
    for (const smaller of kind.payload.shrink(payload.value_, payload.context))
      yield this.#of({ kind, fields, payload: smaller });
  }

  /** The type with the smallest payload, of those that a line can turn into and keep its common fields. */
  #simplest({ fields }: Kind): Kind {
    const alike = this.#types.map((type) => this.#kind(type)).filter((kind) => kind.fields === fields);
    const sizes = alike.map((kind) =>
      kind.type.shape.encoding === 'empty' ? 0 : JSON.stringify(kind.least().value_).length,
    );
    return alike[sizes.indexOf(Math.min(...sizes))]!;
  }

  #of(context: Context): fc.Value<LogLine> {
    const { kind, fields, payload } = context;
    const { source, name, names } = kind.type;
    const own = { event_source: source, ...(!names && { event_type: name }) };
    const drawn = { ...fields.value_, ...own, event: payload.value_ } as unknown as LogRecord;
    const record = wholeRecord(this.#dialect, kind.type, drawn);
    const text = encodeLine(record, this.#dialect);
    const cut = this.#dialect === 'deployed' && text.length === LINE_CUT;
    if (cut) return this.#of({ ...context, payload: kind.least() });
    return new fc.Value(new ParsedLine(record, this.#dialect, text), context);
  }
}

/**
 * Lines whose values are made of some leaves.
 *
 * @param wanted which of the dialect's event types; all if left out
 */
export function linesFrom(
  values: ValueGenerators,
  dialect: Dialect,
  wanted: (type: KnownEventType) => boolean = () => true,
): fc.Arbitrary<LogLine> {
  return new LogLines(dialect, eventTypesOf(dialect).filter(wanted), values);
}

/**
 * A line that conforms, of any event type of a dialect or of some. It looks like a line of a real log, with a share of
 * texts that hold whatever JSON can carry; it shrinks to the simplest type and to the shortest fields.
 *
 * @param types event types of `edxgen/spec`; all that the dialect knows if left out
 */
export function logLine(dialect: Dialect, types?: readonly EventType[]): fc.Arbitrary<LogLine> {
  const names = types && new Set(types.map(({ source, name }) => `${source}/${name}`));
  return linesFrom(LOG_LIKE, dialect, names && (({ source, name }) => names.has(`${source}/${name}`)));
}

/** A line that conforms, whose user and browser may be any: a worker's has none. */
export const requestedLine = (dialect: Dialect): fc.Arbitrary<LogLine> =>
  linesFrom(LOG_LIKE, dialect, ({ shape }) => shape.context !== 'worker');
