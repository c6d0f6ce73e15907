import { isObject, type Fields, type Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

/** A parser that tries something else when a line is no JSON. */
const repairing = (how: (text: string) => string) =>
  class extends ReferenceParser {
    override parseJson(text: string): Json {
      try {
        return super.parseJson(text);
      } catch {
        return super.parseJson(how(text));
      }
    }
  };

const refusing = (isWrong: (text: string) => boolean) =>
  class extends ReferenceParser {
    override decodeText(bytes: Uint8Array): string {
      const text = super.decodeText(bytes);
      if (isWrong(text)) throw new SyntaxError('not as expected');
      return text;
    }
  };

/** Closes what a cut line left open. */
function close(text: string): string {
  const open: string[] = [];
  let quoted = false;
  for (let position = 0; position < text.length; position += 1) {
    const mark = text[position]!;
    if (quoted && mark === '\\') position += 1;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === '{' || mark === '[')) open.push(mark === '{' ? '}' : ']');
    else if (!quoted && (mark === '}' || mark === ']')) open.pop();
  }
  return text + (quoted ? '"' : '') + open.toReversed().join('');
}

/** The object that a text starts with. */
function firstObject(text: string): string {
  let quoted = false;
  let depth = 0;
  for (let position = 0; position < text.length; position += 1) {
    const mark = text[position]!;
    if (quoted && mark === '\\') position += 1;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === '{') depth += 1;
    else if (!quoted && mark === '}' && (depth -= 1) === 0) return text.slice(0, position + 1);
  }
  return text;
}

const QUOTED = /("(?:[^"\\]|\\.)*")/;

/** Applies a function to what stands between a text's strings. */
const betweenStrings = (text: string, how: (part: string) => string): string =>
  text
    .split(QUOTED)
    .map((part) => (part.startsWith('"') ? part : how(part)))
    .join('');

/** Copies by assignment, for which __proto__ is no key like others. */
function assign(value: Json): Json {
  if (Array.isArray(value)) return value.map(assign);
  if (!isObject(value)) return value;
  const copy: Fields = {};
  for (const [key, member] of Object.entries(value)) copy[key] = assign(member);
  return copy;
}

/** Drops keys that a function does not like, at any depth. */
const dropping = (isBad: (key: string) => boolean) => {
  const drop = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(drop);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, member]) => (isBad(key) ? [] : [[key, drop(member)]])),
    );
  };
  return class extends ReferenceParser {
    override parseJson(text: string): Json {
      return drop(super.parseJson(text));
    }
  };
};

export const jsonMutants = mutants({
  'cut-lines-repaired': [
    'refuses-cut-lines',
    'Closes the strings and braces that a cut line left open.',
    repairing(close),
  ],
  'rest-of-line-ignored': [
    'refuses-non-json',
    'Reads the first object of a line and ignores what follows.',
    repairing(firstObject),
  ],
  'trailing-comma': [
    'refuses-non-json',
    'Allows a comma before a closing brace.',
    repairing((text) => betweenStrings(text, (part) => part.replace(/,\s*([}\]])/g, '$1'))),
  ],
  'comments-allowed': [
    'refuses-non-json',
    'Allows comments.',
    repairing((text) => betweenStrings(text, (part) => part.replace(/\/\*.*?\*\/|\/\/.*$/g, ''))),
  ],
  'single-quotes': [
    'refuses-non-json',
    'Allows strings in single quotes, as Python prints them.',
    repairing((text) => text.replaceAll("'", '"')),
  ],
  'python-words': [
    'refuses-non-json',
    'Reads None, True and False.',
    repairing((text) =>
      betweenStrings(text, (part) =>
        part.replaceAll('None', 'null').replaceAll('True', 'true').replaceAll('False', 'false'),
      ),
    ),
  ],
  'raw-controls-allowed': [
    'control-characters',
    'Allows raw tabs and other control characters inside strings.',
    repairing((text) =>
      text.replace(/[\x00-\x1f]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16).padStart(2, '0')}`),
    ),
  ],
  'nan-allowed': [
    'not-a-number',
    'Reads NaN and Infinity, as Python’s json does.',
    repairing((text) => betweenStrings(text, (part) => part.replace(/NaN|-?Infinity/g, '0'))),
  ],
  'arrays-accepted': [
    'refuses-non-objects',
    'Takes an array for an object.',
    class extends ReferenceParser {
      override isRecord(line: Json): line is Fields {
        return typeof line === 'object' && line !== null;
      }
    },
  ],
  'any-json-accepted': [
    'refuses-non-objects',
    'Accepts any JSON, null and numbers too.',
    class extends ReferenceParser {
      override isRecord(line: Json): line is Fields {
        return line !== undefined;
      }

      override makeRecord(...[line, dialect]: Parameters<ReferenceParser['makeRecord']>): Fields {
        return isObject(line) ? super.makeRecord(line, dialect) : { event: line };
      }
    },
  ],
  'username-must-come-first': [
    'key-order',
    'Wants a line to start with the key username.',
    refusing((text) => text.trimStart().startsWith('{') && !/^\s*\{\s*"username"/.test(text)),
  ],
  'event-found-by-position': [
    'key-order',
    'Takes the values of a line by their position, not by their keys.',
    class extends ReferenceParser {
      override makeRecord(...[line, dialect]: Parameters<ReferenceParser['makeRecord']>): Fields {
        const keys = Object.keys(line);
        const swapped =
          keys.indexOf('ip') > keys.indexOf('agent') ? { ...line, ip: line['agent'], agent: line['ip'] } : line;
        return super.makeRecord(swapped, dialect);
      }
    },
  ],
  'spaces-expected': [
    'white-space',
    'Expects a space after the colon, as Python prints it.',
    refusing((text) => /"username":"/.test(text)),
  ],
  'spaces-unexpected': [
    'white-space',
    'Expects no white space before the first brace.',
    refusing((text) => /^[ \t]+\{/.test(text)),
  ],
  'escapes-by-replacement': [
    'escapes',
    'Does not know \\/ in a field that it cuts out of the text by a regular expression.',
    class extends ReferenceParser {
      override parseJson(text: string): Json {
        const line = super.parseJson(text);
        const page = /"page":\s*"([^"]*)"/
          .exec(text)?.[1]
          ?.replaceAll('\\"', '"')
          .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
        return isObject(line) && page !== undefined ? { ...line, page } : line;
      }
    },
  ],
  'escaped-keys-unknown': [
    'escapes',
    'Looks for keys in the text of a line, where escapes hide them.',
    class extends ReferenceParser {
      override parseJson(text: string): Json {
        const line = super.parseJson(text);
        return isObject(line)
          ? Object.fromEntries(
              Object.entries(line).filter(([key]) => text.includes(`"${key}"`) || !/^[a-z_]+$/.test(key)),
            )
          : line;
      }
    },
  ],
  'unknown-keys-refused': [
    'unknown-keys',
    'Refuses a line with a key that it does not know.',
    class extends ReferenceParser {
      override isRecord(line: Json): line is Fields {
        const known = [
          'username',
          'session',
          'time',
          'ip',
          'agent',
          'page',
          'event_source',
          'event_type',
          'event',
          'host',
        ];
        return super.isRecord(line) && Object.keys(line).every((key) => known.includes(key));
      }
    },
  ],
  'keys-of-any-case': [
    'unknown-keys',
    'Takes Username for username, as Go’s and many a C# reader do.',
    class extends ReferenceParser {
      override makeRecord(...[line, dialect]: Parameters<ReferenceParser['makeRecord']>): Fields {
        return super.makeRecord(
          Object.fromEntries(Object.entries(line).map(([key, value]) => [key.toLowerCase(), value])),
          dialect,
        );
      }
    },
  ],
  'proto-lost': [
    'odd-keys',
    'Copies objects by assignment, which loses __proto__.',
    class extends ReferenceParser {
      override parseJson(text: string): Json {
        return assign(super.parseJson(text));
      }
    },
  ],
  'inherited-keys-lost': [
    'odd-keys',
    'Takes constructor, toString and the like for keys that are there already.',
    dropping((key) => key in {} && key !== '__proto__'),
  ],
  'empty-key-lost': ['odd-keys', 'Drops an empty key.', dropping((key) => key === '')],
  'dotted-keys-lost': ['odd-keys', 'Takes a dot in a key for a path.', dropping((key) => key.includes('.'))],
  'dollar-keys-lost': [
    'odd-keys',
    'Drops keys that start with a dollar, as a document store would.',
    dropping((key) => key.startsWith('$')),
  ],
});
