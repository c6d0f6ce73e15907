import { isCutLine, tryJson } from '../../src/line/decode.ts';
import { dumps } from '../../src/line/dumps.ts';
import { isObject } from '../../src/base/shape.ts';
import type { Json } from '../../src/line/record.ts';
import { parseInstant } from '../../src/base/time.ts';
import {
  eventTypeOf,
  partLine,
  type Dialect,
  type EventSource,
  type EventType,
  type FieldName,
  type Shape,
} from '../../src/spec/index.ts';
import { markKeys, unmarkKeys } from './whole-number-keys.ts';

/** A JSON object. */
export type Fields = { [key: string]: Json };

const TIME = /"time": "([^"]+)"/;
/** Today's, which stands behind an event that may have another. */
const TODAYS_TIME = /"time": "([^"]+)\+00:00", "event_type"/;
const SOURCE = /"event_source": "([^"]+)"/;
const TYPE = /"event_type": "([^"]+)"/;

/** Time of a line, microseconds since 1970; undefined where it tells none, as no clean line does. */
export function timeOf(text: string): number | undefined {
  const written = (TODAYS_TIME.exec(text) ?? TIME.exec(text))?.[1];
  return written === undefined ? undefined : parseInstant(written);
}

const WHOLE_FLOAT = /"(\w+)": (-?\d+)\.0(?=[,}])/g;

/** A line whose numbers are floats again, `1.0`, where those of the clean one under the same key were; JavaScript has read them as 1. */
function withFloats(text: string, clean: string): string {
  let restored = text;
  for (const [, key, whole] of clean.matchAll(WHOLE_FLOAT))
    restored = restored.replace(new RegExp(`("${key}": ${whole})(?=[,}])`, 'g'), '$1.0');
  return restored;
}

/** A conforming line, without its newline, and ways to write it with one part changed. */
export class ValidLine {
  /** What stands before the object: nothing, or a prefix that the dialect knows. */
  readonly prefix: string;
  readonly text: string;
  readonly dialect: Dialect;
  #fields: Fields | null | undefined;

  constructor(whole: string, dialect: Dialect) {
    const start = dialect === 'current' ? partLine(whole).start : 0;
    this.prefix = whole.slice(0, start);
    this.text = start === 0 ? whole : whole.slice(start);
    this.dialect = dialect;
  }

  /** The line as it stands in its file, prefix and object. */
  get whole(): string {
    return this.prefix + this.text;
  }

  /** Microseconds since 1970. */
  get time(): number {
    return timeOf(this.text)!;
  }

  /** The value of `event_type`, without parsing the line; empty where the line was cut before it. */
  get eventType(): string {
    return TYPE.exec(this.text)?.[1] ?? '';
  }

  /** The line as an object, keys of digits marked; undefined where it was cut, and so is none. Not to be changed. */
  get fields(): Fields | undefined {
    if (this.#fields === undefined) {
      const parsed = tryJson(markKeys(this.text));
      this.#fields = isObject(parsed) ? parsed : null;
    }
    return this.#fields ?? undefined;
  }

  get type(): EventType | undefined {
    const { event_source: source, event_type: name } = this.fields ?? {};
    return source === undefined ? undefined : eventTypeOf(this.dialect, source as EventSource, name as string);
  }

  /**
   * Whether it is what the platform writes: not cut off by an incident, nor of an event that one calls otherwise, which no dialect knows.
   * Operators rely on that. Hardly any line is parsed for it.
   */
  get isKnown(): boolean {
    if (isCutLine(this.text, this.dialect)) return true;
    if (!this.text.endsWith('}')) return false;
    const source = SOURCE.exec(this.text)?.[1] as EventSource;
    return (eventTypeOf(this.dialect, source, this.eventType) ?? this.type) !== undefined;
  }

  get shape(): Shape | undefined {
    return this.type?.[this.dialect];
  }

  /** A fresh copy of the payload, where `event` is an object or a string that encodes one; undefined elsewhere. */
  get payload(): Fields | undefined {
    const event = this.fields?.['event'];
    if (event === undefined || (typeof event === 'string' && !event.startsWith('{'))) return undefined;
    if (this.shape?.encoding.startsWith('form')) return undefined;
    const parsed = tryJson(typeof event === 'string' ? markKeys(event) : JSON.stringify(event));
    return isObject(parsed) ? parsed : undefined;
  }

  /** Another value in the place of the line: mostly other fields, in their order. */
  of(value: Json): string {
    return this.#restored(dumps(value));
  }

  /** The line with another value of a field. */
  with(field: FieldName, value: Json): string {
    return this.of({ ...this.fields, [field]: value });
  }

  /** The line with a field's value written as it is given, JSON or not. */
  withRaw(field: FieldName, raw: string): string {
    const parts = Object.entries(this.fields!).map(([key, value]) => `"${key}": ${key === field ? raw : dumps(value)}`);
    return this.#restored(`{${parts.join(', ')}}`);
  }

  /** A text as the platform's Python would write it: keys of digits where they stood, and floats that are whole with their point. */
  #restored(text: string): string {
    const unmarked = unmarkKeys(text);
    return this.dialect === 'current' ? withFloats(unmarked, this.text) : unmarked;
  }

  /** The line without a field. */
  without(field: FieldName): string {
    const { [field]: _, ...others } = this.fields!;
    return this.of(others);
  }

  /** The line with another payload, encoded as lines of its type are. */
  withPayload(payload: Json): string {
    const encoding = this.shape?.encoding;
    if (encoding === 'object' || encoding === 'value') return this.with('event', payload);
    return this.with(
      'event',
      encoding === 'request' || encoding === 'dumped' ? dumps(payload) : JSON.stringify(payload),
    );
  }
}
