import {
  byDialect,
  eventTypeOf,
  LINE_CUT,
  REQUEST_CUT,
  type Dialect,
  type EventSource,
  type EventType,
} from '../spec/index.ts';
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
}

type Recognizer = (text: string) => Recognized | undefined;

/** Longer lines are parsed: deployed ones are cut here, and a pattern on megabytes overflows its stack. */
const LONGEST = LINE_CUT;

function recognizerOf(type: EventType, dialect: Dialect): Recognizer {
  const shape = type[dialect]!;
  const { pattern, groups } = linePattern(type, shape, dialect);
  const [username, session, time, event] = (['username', 'session', 'time', 'event'] as const).map(
    (field) => groups.indexOf(field) + 1,
  ) as [number, number, number, number];
  const longestEvent = shape.encoding === 'request' ? REQUEST_CUT : LONGEST;
  const consistency = shape.consistency as ((payload: unknown) => readonly unknown[]) | undefined;
  return (text) => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const json = match[event]!;
    if (json.length > longestEvent) return undefined;
    if (consistency && consistency(JSON.parse(json)).length > 0) return undefined;
    return {
      type,
      username: match[username]!,
      session: (session > 0 && match[session]) || '',
      time: match[time]!,
      event: json,
    };
  };
}

/** What stands before the value of `event_source`, from a letter on that is rare: quotes would be stopped at in each field. */
const SOURCE = '_source": "';
const TYPE = '", "event_type": "';

/** Recognizers of a dialect, by source and name. Which of them is asked need not be right: the pattern matches its own type alone. */
class Recognizers {
  readonly #dialect: Dialect;
  readonly #named: Record<EventSource, Map<string, Recognizer>> = { browser: new Map(), server: new Map() };
  readonly #byType = new Map<EventType, Recognizer>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  of(text: string): Recognizer | undefined {
    const at = text.indexOf(SOURCE) + SOURCE.length;
    const source = text[at] === 'b' ? 'browser' : 'server';
    const from = at + source.length + TYPE.length;
    const name = text.slice(from, text.indexOf('"', from));
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
 * Recognizes a conforming line as the platform spells it, several times as fast as it could be parsed and validated. What is undefined may
 * still conform: its keys may have another order, its texts an escape.
 */
export function recognize(text: string, dialect: Dialect): Recognized | undefined {
  if (dialect === 'current') return undefined;
  return text.length > LONGEST ? undefined : recognizers[dialect].of(text)?.(text);
}
