import type { LineAnswer } from '../../../conformance/subjects/parser.ts';
import { isObject, type Fields, type Json } from '../payloads.ts';
import { ReferenceParser, type Bytes } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

type ReadLine = Parameters<ReferenceParser['readLine']>;

/** Does something to the bytes of a line before it reads them, and does not expect that to fail. */
const first = (how: (bytes: Buffer) => unknown) =>
  class extends ReferenceParser {
    override readLine(...[bytes, dialect]: ReadLine): LineAnswer {
      how(Buffer.from(bytes));
      return super.readLine(bytes, dialect);
    }
  };

/** Does something to the object of a line before it reads it, and does not expect that to fail. */
const firstOfLine = (how: (line: Json) => unknown) =>
  first((bytes) => {
    const line = parsed(bytes.toString());
    if (line !== undefined) how(line);
  });

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const depth = (value: Json): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;

/** The numbers that stand in a text, strings left out. */
const numbersIn = (text: string): string[] =>
  text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g) ?? [];

const keysIn = (text: string): string[] => Array.from(text.matchAll(/"([^"\\]*)"\s*:/g), ([, key]) => key!);

export const robustnessMutants = mutants({
  'bad-utf8-throws': [
    'arbitrary-bytes',
    'Fails altogether at bytes that are no UTF-8.',
    first((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  ],
  'nesting-recursive': ['deep-nesting', 'Walks through nested values by recursion, without end.', firstOfLine(depth)],
  'whole-numbers-big': [
    'huge-numbers',
    'Makes numbers whole ones of any size, and fails at infinity.',
    first((bytes) => numbersIn(bytes.toString()).map((number) => BigInt(Math.trunc(Number(number))))),
  ],
  'digits-written-out': [
    'huge-numbers',
    'Writes out numbers with as many digits as their exponents say.',
    first((bytes) =>
      numbersIn(bytes.toString()).map((number) =>
        '0'.repeat(Math.abs(Number(/[eE]([+-]?\d+)/.exec(number)?.[1] ?? 0))),
      ),
    ),
  ],
  'repeated-keys-throw': [
    'repeated-keys',
    'Fails altogether at a key that comes a third time.',
    first((bytes) => {
      const keys = keysIn(bytes.toString());
      const count = new Map<string, number>();
      for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
      if (keys.length > 50 && [...count.values()].some((times) => times > 50)) throw new Error('key repeated');
    }),
  ],
  'nul-throws': [
    'nul-bytes',
    'Fails altogether at a NUL.',
    first((bytes) => {
      if (bytes.includes(0)) throw new Error('NUL');
    }),
  ],
  'nul-ends-file': [
    'nul-bytes',
    'Stops at a NUL.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
        const bytes = Buffer.concat([...chunks]);
        return super.splitLines([bytes.subarray(0, bytes.includes(0) ? bytes.indexOf(0) : bytes.length)]);
      }
    },
  ],
  'huge-line-refused': [
    'huge-lines',
    'Refuses lines of more than 256 KiB.',
    class extends ReferenceParser {
      override readLine(...[bytes, dialect]: ReadLine): LineAnswer {
        return bytes.length > 256 * 1024 ? { ok: false, error: 'too long' } : super.readLine(bytes, dialect);
      }
    },
  ],
  'huge-line-spread': [
    'huge-lines',
    'Spreads the bytes of a line over the arguments of a function.',
    first((bytes) => String.fromCharCode(...bytes)),
  ],
  'rest-decoded-each-line': [
    'linear-time',
    'Decodes the rest of the log for every line.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Bytes[] {
        const lines: Bytes[] = [];
        for (let rest = Buffer.concat([...chunks]); rest.length > 0;) {
          const [text = ''] = rest.toString('latin1').split('\n', 1);
          lines.push(rest.subarray(0, text.length));
          rest = rest.subarray(text.length + 1);
        }
        return lines;
      }
    },
  ],
  'seen-lines-searched': [
    'linear-time',
    'Looks through all lines before for an equal one.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Bytes[] {
        const lines: Buffer[] = [];
        for (const line of super.splitLines(chunks)) {
          lines.findLast((earlier) => earlier.equals(line));
          lines.push(Buffer.from(line));
        }
        return lines;
      }
    },
  ],
  'bytes-added-one-by-one': [
    'linear-time',
    'Copies a line for every few bytes that come.',
    first((bytes) => {
      let line = Buffer.alloc(0);
      for (let offset = 0; offset < bytes.length; offset += 4)
        line = Buffer.concat([line, bytes.subarray(offset, offset + 4)]);
      return line;
    }),
  ],
  'escapes-one-by-one': [
    'linear-time',
    'Goes back to the start of a text after every escape.',
    first((bytes) => {
      let text = bytes.toString();
      while (text.includes('\\'))
        text = text.replace(/^([^\\]*)\\./s, (_, before: string) => [...before, '?'].join(''));
    }),
  ],
  'keys-searched': [
    'linear-time',
    'Looks for a key of any case among those before, one by one.',
    first((bytes) => {
      const keys: string[] = [];
      for (const key of keysIn(bytes.toString()))
        if (!keys.some((known) => known.toLowerCase() === key.toLowerCase())) keys.push(key);
    }),
  ],
  'prefixes-tried': [
    'linear-time',
    'Tries to read ever shorter parts of a line that is no JSON.',
    first((bytes) => {
      const text = bytes.toString();
      if (parsed(text) === undefined)
        for (let length = text.length; length > 0; length -= 16)
          if (parsed(text.slice(0, length)) !== undefined) return;
    }),
  ],
  'blanks-trimmed-by-pattern': [
    'linear-time',
    'Trims lines by a pattern that tries each blank as the start of the last ones.',
    first((bytes) => bytes.toString().replace(/\s+$/, '')),
  ],
  'bad-lines-listed': [
    'linear-time',
    'Writes its list of errors anew for every bad line.',
    class extends ReferenceParser {
      override readLog(...parameters: Parameters<ReferenceParser['readLog']>): LineAnswer[] {
        const lines = super.readLog(...parameters);
        const errors: string[] = [];
        for (const { ok, error = '' } of lines) if (!ok) JSON.stringify([...errors, errors.push(error)]);
        return lines;
      }
    },
  ],
  'payload-unwrapped-by-copying': [
    'linear-time',
    'Copies an object for every key that it adds.',
    firstOfLine((line) => {
      let copy: Fields = {};
      for (const [key, value] of isObject(line) ? Object.entries(line) : []) copy = { ...copy, [key]: value };
      return copy;
    }),
  ],
});
