/** Why a text is no JSON, and where: what JSON.parse says differs from one version to the next, and names no cause. */

/** The first position at which a text stops being JSON. */
export interface JsonFault {
  /** What is wrong, without what differs from text to text: `unknown escape`. */
  readonly kind: string;
  /** The part of the text that is wrong, where it has one: `\x`. */
  readonly part: string;
  /** How many characters stand before it. */
  readonly before: number;
}

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /[-+.\w]*/y;
const WORD = /[^\s,:[\]{}"]+/uy;
// eslint-disable-next-line no-control-regex
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const LITERALS = ['true', 'false', 'null'];
const NAMES: Record<string, string> = { '{': 'an object', '[': 'a list' };

/** What may come next. */
type State = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

class Scanner {
  readonly #text: string;
  readonly #open: string[] = [];
  #position = 0;
  #state: State = 'value';

  constructor(text: string) {
    this.#text = text;
  }

  scan(): JsonFault | undefined {
    for (;;) {
      this.#take(BLANK);
      const next = this.#text[this.#position];
      if (next === undefined) return this.#state === 'end' ? undefined : this.#fault(this.#ending());
      const fault = this.#step(next);
      if (fault) return fault;
    }
  }

  #step(next: string): JsonFault | undefined {
    switch (this.#state) {
      case 'end':
        return this.#fault('more text after the end of the JSON', this.#peek(WORD) || next);
      case 'colon':
        return next === ':' ? this.#go(1, 'value') : this.#fault('no colon after a key');
      case 'comma':
        return this.#afterValue(next);
      case 'key':
      case 'key or }':
        if (next === '}' && this.#state === 'key or }') return this.#close();
        if (next === '"') return this.#string('colon');
        return next === '}'
          ? this.#fault('a comma with nothing after it')
          : this.#fault('a key that is no string in double quotes', this.#peek(WORD) || next);
      default:
        return this.#value(next);
    }
  }

  #value(next: string): JsonFault | undefined {
    if (next === ']' && this.#state === 'value or ]') return this.#close();
    if (next === '"') return this.#string(this.#done());
    if (next === '{' || next === '[') {
      this.#open.push(next);
      return this.#go(1, next === '{' ? 'key or }' : 'value or ]');
    }
    if (/[-+.\d]/.test(next)) return this.#number();
    const word = this.#peek(WORD);
    if (LITERALS.includes(word)) return this.#go(word.length, this.#done());
    if (next === ']' && this.#open.at(-1) === '[') return this.#fault('a comma with nothing after it');
    return word === '' ? this.#fault('no value', next) : this.#fault('a word that JSON does not know', word);
  }

  #afterValue(next: string): JsonFault | undefined {
    const inside = this.#open.at(-1)!;
    if (next === ',') return this.#go(1, inside === '{' ? 'key' : 'value');
    if (next === (inside === '{' ? '}' : ']')) return this.#close();
    return this.#fault(`no comma, nor the end of ${NAMES[inside]!}`, this.#peek(WORD) || next);
  }

  #string(then: State): JsonFault | undefined {
    this.#position += 1;
    do this.#take(PLAIN);
    while (this.#take(ESCAPE) > 0);
    const position = this.#position;
    const next = this.#text[position];
    if (next === '"') return this.#go(1, then);
    if (next === undefined) return this.#fault('it ends inside a string');
    if (next !== '\\') return this.#fault('a control character in a string, not escaped', next);
    const escape = this.#text.slice(position, position + 2);
    if (escape === '\\') return this.#fault('it ends inside a string');
    if (escape !== '\\u') return this.#fault('unknown escape', escape);
    const digits = this.#text.slice(position + 2, position + 6);
    return /^[\da-fA-F]*$/.test(digits) && digits.length < 4
      ? this.#fault('it ends inside a string')
      : this.#fault('an escape without four hexadecimal digits', this.#text.slice(position, position + 6));
  }

  #number(): JsonFault | undefined {
    const number = this.#peek(NUMBER);
    const like = this.#peek(NUMBER_LIKE);
    if (number !== '' && number === like) return this.#go(number.length, this.#done());
    // What has more at its end may still become a number: 1. or 1e or -
    const isCut =
      this.#position + like.length === this.#text.length &&
      /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:(?<=\d)[eE][+-]?)?)?$/.test(like);
    return isCut ? this.#cutAt(like.length) : this.#fault('a number that is none in JSON', like);
  }

  #cutAt(length: number): JsonFault {
    this.#position += length;
    return this.#fault('it ends inside a number');
  }

  #close(): undefined {
    this.#open.pop();
    return this.#go(1, this.#done());
  }

  #done(): State {
    return this.#open.length > 0 ? 'comma' : 'end';
  }

  #go(length: number, state: State): undefined {
    this.#position += length;
    this.#state = state;
    return undefined;
  }

  #ending(): string {
    if (this.#open.length > 0) return `it ends inside ${NAMES[this.#open.at(-1)!]!}`;
    return 'it is empty';
  }

  #fault(kind: string, part = ''): JsonFault {
    return { kind, part, before: this.#position };
  }

  #peek(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  #take(pattern: RegExp): number {
    const { length } = this.#peek(pattern);
    this.#position += length;
    return length;
  }
}

/** The first thing that makes a text no JSON [RFC 8259]; undefined for JSON. Takes no stack, however deep the text nests. */
export const jsonFault = (text: string): JsonFault | undefined => new Scanner(text).scan();
