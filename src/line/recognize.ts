import {
  byDialect,
  EVENT_TYPES,
  eventTypeOf,
  LINE_CONSISTENCY,
  LINE_CUT,
  partLine,
  REQUEST_CUT,
  type Dialect,
  type EventSource,
  type EventType,
  type FieldName,
  type Shape,
} from '../spec/index.ts';
import { payloadDecoder } from './decode.ts';
import { linePattern } from './line-pattern.ts';

/** A line that conforms, and what can be told of it without parsing it. */
export interface Recognized {
  readonly type: EventType;
  readonly username: string;
  /** Empty where the line has none. */
  readonly session: string;
  readonly time: string;
  /** JSON of the field `event`. */
  readonly event: string;
  /** Whether a worker wrote it, which may be late. */
  readonly byWorker?: boolean;
}

type Recognizer = (text: string) => Recognized | undefined;

/** Longer lines are parsed: deployed ones are cut here, and a pattern on megabytes overflows its stack. */
const LONGEST = LINE_CUT;

function recognizerOf(type: EventType, dialect: Dialect): Recognizer {
  const shape = type[dialect]!;
  const { pattern, groups } = linePattern(type, shape, dialect);
  const place = (field: FieldName): number => groups.indexOf(field) + 1;
  const [username, session, time, event] = [place('username'), place('session'), place('time'), place('event')];
  const longestEvent = shape.encoding === 'request' ? REQUEST_CUT : LONGEST;
  const isConsistent = dialect === 'current' ? agreement(shape, place) : consistencyOf(shape, event);
  const byWorker = shape.context === 'worker' && { byWorker: true };
  return (text) => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const json = match[event]!;
    if (json.length > longestEvent || !isConsistent(match)) return undefined;
    return {
      type,
      username: match[username]!,
      session: (session > 0 && match[session]) || '',
      time: match[time]!,
      event: json,
      ...byWorker,
    };
  };
}

/** A text, or null, by its JSON; most texts need no decoding. */
const plain = (json: string): unknown =>
  json.startsWith('"') && !json.includes('\\') ? json.slice(1, -1) : (JSON.parse(json) as unknown);

type IsConsistent = (match: RegExpExecArray) => boolean;
type Consistency = ((payload: unknown) => readonly unknown[]) | undefined;

/** Whether the payload agrees with itself. */
function consistencyOf(shape: Shape, event: number): IsConsistent {
  const check = shape.consistency as Consistency;
  return check ? (match) => check(JSON.parse(match[event]!)).length === 0 : () => true;
}

/** Whether a line of today agrees with itself: its names, its context, its page, and what its payload is of. */
function agreement(shape: Shape, place: (field: FieldName) => number): IsConsistent {
  const decode = payloadDecoder(shape);
  const check = shape.consistency as Consistency;
  const [event, name, type] = [place('event'), place('name'), place('event_type')];
  const [page, context] = [place('page'), place('context')];
  // A request's payload holds lists of texts alone, which are no keys.
  const hasMembers = shape.encoding !== 'request' || check !== undefined;
  return (match) => {
    let payload: unknown;
    if (hasMembers) {
      const decoded = decode(JSON.parse(match[event]!));
      if (!('value' in decoded)) return false;
      payload = decoded.value;
      if (check && check(payload).length > 0) return false;
    }
    const fields = {
      name: plain(match[name]!),
      event_type: plain(match[type]!),
      page: plain(match[page]!),
      context: JSON.parse(match[context]!),
    };
    return LINE_CONSISTENCY.current!(fields, shape, payload).length === 0;
  };
}

/** Names for which event_type may have an older word. */
const ALIASES: ReadonlySet<string> = new Set(EVENT_TYPES.flatMap((type) => (type as EventType).current?.alias ?? []));

/** Finds in a line who sent it, and what its type is called; of most lines, which is enough. */
type FindType = (text: string) => readonly [source: EventSource, name: string];

const valueAt = (text: string, from: number): string => text.slice(from, text.indexOf('"', from));

/** What stands before the value of `event_source`, from a letter on that is rare: quotes would be stopped at in each field. */
const SOURCE = '_source": "';
const TYPE = '", "event_type": "';

const findType: FindType = (text) => {
  const at = text.indexOf(SOURCE) + SOURCE.length;
  const source = text[at] === 'b' ? 'browser' : 'server';
  return [source, valueAt(text, at + source.length + TYPE.length)];
};

/** Today a line begins with its name, which mostly is its type's, and ends with its page, which tells the source. */
const NAME_TODAY = '{"name": "';
const PAGES_OF_SERVERS = ['null}', '"x_module"}'];
/** A name that two types have stands for an older word, which comes before source and page. */
const TYPE_TODAY = '"event_type": "';

const findTypeToday: FindType = (text) => {
  const source = PAGES_OF_SERVERS.some((page) => text.endsWith(page)) ? 'server' : 'browser';
  const name = valueAt(text, NAME_TODAY.length);
  return [source, ALIASES.has(name) ? valueAt(text, text.lastIndexOf(TYPE_TODAY) + TYPE_TODAY.length) : name];
};

/** Recognizers of a dialect, by source and name. Which of them is asked need not be right: the pattern matches its own type alone. */
class Recognizers {
  readonly #dialect: Dialect;
  readonly #findType: FindType;
  readonly #named: Record<EventSource, Map<string, Recognizer>> = { browser: new Map(), server: new Map() };
  readonly #byType = new Map<EventType, Recognizer>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#findType = dialect === 'current' ? findTypeToday : findType;
  }

  of(text: string): Recognizer | undefined {
    const [source, name] = this.#findType(text);
    return this.#named[source].get(name) ?? this.#find(source, name);
  }

  #find(source: EventSource, name: string): Recognizer | undefined {
    const type = eventTypeOf(this.#dialect, source, name);
    if (type === undefined) return undefined;
    const recognizer = this.#byType.get(type) ?? recognizerOf(type, this.#dialect);
    this.#byType.set(type, recognizer);
    if (!type.names) this.#named[source].set(name, recognizer);
    return recognizer;
  }
}

const recognizers = byDialect((dialect) => new Recognizers(dialect));

/**
 * Recognizes a conforming line as the platform spells it, bare or behind Tutor's prefix, several times as fast as it could be parsed and validated. What is undefined may
 * still conform: its keys may have another order, its texts an escape.
 */
export function recognize(text: string, dialect: Dialect): Recognized | undefined {
  if (text.length > LONGEST) return undefined;
  if (dialect !== 'current' || text.startsWith('{')) return recognizers[dialect].of(text)?.(text);
  const { prefix, start } = partLine(text);
  if (prefix === undefined || start === 0) return undefined;
  const line = text.slice(start);
  return recognizers.current.of(line)?.(line);
}
