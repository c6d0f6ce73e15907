import { eventTypeOf, LINE_CUT, REQUEST_CUT, type Dialect, type EventSource, type EventType } from '../spec/index.ts';
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
  const consistency = type.consistency as ((payload: unknown, dialect: Dialect) => readonly unknown[]) | undefined;
  return (text) => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const json = match[event]!;
    if (json.length > longestEvent) return undefined;
    if (consistency && consistency(JSON.parse(json), dialect).length > 0) return undefined;
    return {
      type,
      username: match[username]!,
      session: (session > 0 && match[session]) || '',
      time: match[time]!,
      event: json,
    };
  };
}

const SOURCE = '"event_source": "';
const TYPE = '", "event_type": "';

/** The recognizers of a dialect, by event type, and by the part of a line that names it: `browser", "event_type": "page_close`. */
class Recognizers {
  readonly #dialect: Dialect;
  readonly #byName = new Map<string, Recognizer>();
  readonly #byType = new Map<EventType, Recognizer>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  of(text: string): Recognizer | undefined {
    const from = text.indexOf(SOURCE) + SOURCE.length;
    const name = text.indexOf(TYPE, from) + TYPE.length;
    const end = text.indexOf('"', name);
    if (from < SOURCE.length || name < TYPE.length) return undefined;
    const key = text.slice(from, end);
    return this.#byName.get(key) ?? this.#find(key, text.slice(from, name - TYPE.length), text.slice(name, end));
  }

  #find(key: string, source: string, name: string): Recognizer | undefined {
    const type = eventTypeOf(this.#dialect, source as EventSource, name);
    if (type === undefined) return undefined;
    const recognizer = this.#byType.get(type) ?? recognizerOf(type, this.#dialect);
    this.#byType.set(type, recognizer);
    if (!type.names) this.#byName.set(key, recognizer);
    return recognizer;
  }
}

const recognizers: Record<Dialect, Recognizers> = {
  documented: new Recognizers('documented'),
  deployed: new Recognizers('deployed'),
};

/**
 * Recognizes a conforming line as the platform spells it, several times as fast as it could be parsed and validated. What is undefined may
 * still conform: its keys may have another order, its texts an escape.
 */
export function recognize(text: string, dialect: Dialect): Recognized | undefined {
  return text.length > LONGEST ? undefined : recognizers[dialect].of(text)?.(text);
}
