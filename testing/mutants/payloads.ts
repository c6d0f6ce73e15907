import type { Dialect } from '../../src/spec/index.ts';

export type Json = unknown;
export type Fields = Record<string, Json>;

/** Browser events whose payload is a form. */
const FORMS: Record<Dialect, readonly string[]> = {
  documented: ['problem_check'],
  deployed: ['problem_check', 'problem_save', 'problem_reset'],
  current: ['problem_check', 'problem_save', 'problem_reset'],
};

/** Browser events of which `""` is the whole payload. */
const EMPTY = ['page_close', 'oe_show_full_feedback', 'oe_show_respond_to_feedback'];

const MAPS = ['correct_map'];
const STATES = ['state', 'old_state', 'new_state'];

export const isObject = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of an object with a function applied to some of its members, or to all of them. */
export function change(object: Fields, how: (value: Json) => Json, keys?: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, !keys || keys.includes(key) ? how(value) : value]),
  );
}

/** A copy of an object without one of its members. */
export const without = (object: Fields, key: string): Fields =>
  Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));

/** The steps by which {@link ReferenceParser} decodes what stands in a line's `event`. */
export class ReferencePayloads {
  readEvent({ event_source: source, event_type: type, event }: Fields, dialect: Dialect): Json {
    if (source === 'server') return this.readServerEvent(event);
    if (source !== 'browser' || typeof type !== 'string') return event;
    if (FORMS[dialect].includes(type)) return this.readForm(event, dialect);
    return EMPTY.includes(type) && event === '' ? this.readEmpty() : this.readObject(event);
  }

  readEmpty(): Json {
    return null;
  }

  /** @throws SyntaxError for what is no JSON */
  parseJson(text: string): Json {
    return JSON.parse(text);
  }

  /** An object, or a string that encodes one. Anything else stands as it is: a payload may have been cut. */
  readObject(value: Json): Json {
    if (typeof value !== 'string') return value;
    try {
      const parsed = this.parseJson(value);
      return isObject(parsed) ? parsed : value;
    } catch {
      return value;
    }
  }

  readServerEvent(event: Json): Json {
    const payload = this.readObject(event);
    if (!isObject(payload)) return payload;
    const marked = change(payload, (map) => this.readCorrectMap(map), MAPS);
    const answered = change(marked, (answers) => this.readAnswers(answers), ['answers']);
    return change(answered, (state) => this.readState(state), STATES);
  }

  readAnswers(value: Json): Json {
    return this.readObject(value);
  }

  readState(value: Json): Json {
    const state = this.readObject(value);
    return isObject(state) ? change(state, (map) => this.readCorrectMap(map), MAPS) : state;
  }

  readCorrectMap(value: Json): Json {
    const map = this.readObject(value);
    return isObject(map) ? change(map, (entry) => this.readEntry(entry)) : map;
  }

  readEntry(entry: Json): Json {
    return isObject(entry) ? change(entry, (queue) => this.readObject(queue), ['queuestate']) : entry;
  }

  /** In `deployed` the form stands in the quotes of a JSON string. */
  readForm(event: Json, dialect: Dialect): Json {
    if (typeof event !== 'string') return event;
    if (dialect === 'current' && event === '{}') return {};
    try {
      const text = dialect === 'deployed' ? this.parseJson(event) : event;
      return typeof text === 'string' ? this.decodeForm(text) : event;
    } catch {
      return event;
    }
  }

  /** Key to value, or to a list where a key comes more than once or ends in `[]`. */
  decodeForm(text: string): Fields {
    const inputs = new Map<string, Json>();
    for (const pair of this.splitForm(text)) {
      const [key, value] = this.splitPair(pair).map((part) => this.decodePart(part)) as [string, string];
      inputs.set(key, this.addInput(key, inputs.get(key), value));
    }
    return Object.fromEntries(inputs);
  }

  splitForm(text: string): string[] {
    return text === '' ? [] : text.split('&');
  }

  /** Parted by the first `=`. */
  splitPair(pair: string): string[] {
    const sign = pair.indexOf('=');
    return sign < 0 ? [pair, ''] : [pair.slice(0, sign), pair.slice(sign + 1)];
  }

  /** @throws URIError for escapes that are broken or no UTF-8 */
  decodePart(text: string): string {
    return decodeURIComponent(text.replaceAll('+', ' '));
  }

  /** @param before what the key had until now */
  addInput(key: string, before: Json, value: string): Json {
    if (before === undefined) return key.endsWith('[]') ? [value] : value;
    if (!Array.isArray(before)) return [before, value];
    before.push(value);
    return before;
  }
}
