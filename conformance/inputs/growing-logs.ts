/**
 * Logs of a given size that make some parsers slow, each in its own way. Lines conform, but for what a shape is about: a
 * parser that checks fields reads them to the end.
 */
import type { Dialect } from '../../src/spec/index.ts';
import { CLOSE, form, HERE, lineOf, marks, named, type Written } from './growing-lines.ts';

/** One way to be large. */
export interface Shape {
  /** The pieces of a log of about so many bytes. */
  readonly log: (size: number, dialect: Dialect) => readonly Uint8Array[];
  /** The log by its lines, the one line that it has, or how deep that nests. */
  readonly grows: 'log' | 'line' | 'depth';
}

/** One entry of a map of a problem's inputs, as it stands in a line. */
const ENTRY = new RegExp(`"${HERE}": (?:"42"|\\{[^{}]*(?:\\{[^{}]*\\})?[^{}]*\\})`, 'g');

/** Bytes that an input takes in all maps of a line. */
const MARK: Record<Dialect, number> = { documented: 240, deployed: 240, current: 500 };

/** After the id of a payload, before its other keys. */
const inPayload = (members: string): string => `\\",${members},\\"k\\":\\"`;

/** As many digits as {@link HERE}. */
const digits = (i: number): string => String(i).padStart(HERE.length, '0');
const put = (line: string, text: string): string => line.replaceAll(HERE, () => text);
const repeat = (text: string, size: number): string => text.repeat(Math.max(1, Math.floor(size / text.length)));

/** Texts with another number each. */
function numbered(count: number, text: string, between: string): string {
  const parts = text.split(HERE);
  return Array.from({ length: Math.max(1, count) }, (_, i) => parts.join(digits(i))).join(between);
}

const list = (size: number, text: string, between = ''): string =>
  numbered(Math.floor(size / (text.length + between.length)), text, between);

const whole = (text: string): Uint8Array[] => [Buffer.from(text)];

function inPieces(text: string, piece: number): Uint8Array[] {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / piece) }, (_, i) => bytes.subarray(i * piece, (i + 1) * piece));
}

/** A log of one kind of line. */
const lines = (written: (dialect: Dialect) => Written): Shape => ({
  log: (size, dialect) => whole(list(size, lineOf(written(dialect), dialect))),
  grows: 'log',
});

/** A log of one line. */
const line = (text: (size: number, dialect: Dialect) => string): Shape => ({
  log: (size, dialect) => whole(text(size, dialect)),
  grows: 'line',
});

/** A line that holds something large, where {@link HERE} stands. */
const lineWith = (written: Written | ((dialect: Dialect) => Written), large: (size: number) => string): Shape =>
  line((size, dialect) =>
    put(lineOf(typeof written === 'function' ? written(dialect) : written, dialect), large(size)),
  );

/** A line with more keys than its own. */
const lineWithKeys = (pairs: (size: number) => string): Shape =>
  line((size, dialect) => lineOf(CLOSE, dialect).replace(/\}\n$/, () => `, ${pairs(size)}}\n`));

const AGENT: Written = { ...CLOSE, agent: HERE };
const STRING = (size: number): string => repeat('a', size);
const different = (dialect: Dialect): Written => ({
  ...named(dialect),
  username: `user_${HERE}`,
  session: `0123456789abcdef0123456789${HERE}`,
  time: `2013-03-04T09:30:00.${HERE}`,
  page: `https://www.edx.org/${HERE}`,
});

const MANY_LINES: Readonly<Record<string, Shape>> = {
  'many different lines': lines(different),
  'many equal lines': lines(() => CLOSE),
  'many lines of one learner, the last first': {
    log: (size, dialect) =>
      whole(
        list(size, lineOf({ ...CLOSE, time: `2013-03-04T09:30:00.${HERE}` }, dialect))
          .trimEnd()
          .split('\n')
          .toReversed()
          .join('\n'),
      ),
    grows: 'log',
  },
  'many checks of one problem': lines((dialect) => ({
    ...marks('i4x-MITx-6_00x-problem-L1_2_1', Number(`1${HERE}`), dialect),
    time: `2013-03-04T09:30:00.${HERE}`,
  })),
  'many lines cut': {
    log: (size, dialect) => whole(list(size, `${lineOf(different(dialect), dialect).slice(0, -3)}\n`)),
    grows: 'log',
  },
  'many tiny lines': { log: (size) => whole(repeat('{}\n', size)), grows: 'log' },
  'many blank lines': { log: (size) => whole(repeat('\n', size)), grows: 'log' },
};

const LONG_LINES: Readonly<Record<string, Shape>> = {
  'a long string': lineWith(AGENT, STRING),
  'many blanks in a string': lineWith(AGENT, (size) => `a${repeat(' ', size)}a`),
  'many escapes': lineWith(AGENT, (size) => repeat('\\u00e9\\"\\\\\\n\\ud83d\\ude00', size)),
  'many characters that are not ASCII': lineWith(AGENT, (size) => repeat('\u00e9\u6771\u{1f600}', size / 3)),
  'a long page': lineWith(
    { ...CLOSE, page: `https://www.edx.org/${HERE}` },
    (size) => `${repeat('a.b-c/', size / 2)}?${repeat('a=%C3%A9&', size / 2)}`,
  ),
  'many keys': lineWithKeys((size) => list(size, `"k${HERE}": null`, ', ')),
  'many equal keys': lineWithKeys((size) => list(size, '"k": null', ', ')),
  'a long list': lineWithKeys((size) => `"k": [${list(size, '42, []', ', ')}]`),
  'a long number': lineWithKeys((size) => `"k": ${repeat('9', size)}`),
  'many blanks between tokens': line((size, dialect) =>
    lineOf(CLOSE, dialect).replaceAll(/^\{|\}\n$|(?<="username"):/g, (token) => `${repeat(' ', size / 3)}${token}`),
  ),
  'many blanks before what is wrong': line((size, dialect) =>
    lineOf(CLOSE, dialect).replace(/\}\n$/, `${repeat(' ', size)}x}\n`),
  ),
  'a string without end': line((size, dialect) =>
    put(lineOf(AGENT, dialect), repeat('a ', size)).replace(/(a )".*/, '$1'),
  ),
  'a payload of many keys': lineWith(named, (size) => inPayload(list(size, `\\"k${HERE}\\":null`, ','))),
  'marks of many inputs': line((size, dialect) =>
    lineOf(marks(HERE, 1, dialect), dialect).replaceAll(ENTRY, (entry) =>
      numbered(Math.floor(size / MARK[dialect]), entry.replace(HERE, `i4x-MITx-6_00x-problem-L1_${HERE}_1`), ', '),
    ),
  ),
  'a nested payload': {
    ...lineWith(named, (size) =>
      inPayload(`\\"a\\":[${repeat('{\\"a\\":[', (4 / 5) * size)}${repeat(']}', size / 5)}]`),
    ),
    grows: 'depth',
  },
  'a form of many inputs': lineWith(form(HERE, 'a'), (size) => list(size, `input_${HERE}=a+%2B`, '&')),
  'a form of one input many times': lineWith(form(HERE, 'a'), (size) => list(size, 'input_1%5B%5D=a', '&')),
  'a form of many escapes': lineWith(form('input_1', HERE), (size) => repeat('%C3%A9+a', size)),
};

/** Bytes of a piece. */
const PIECE = 64;

const MANY_PIECES: Readonly<Record<string, Shape>> = {
  'many pieces of one line': {
    log: (size, dialect) => inPieces(put(lineOf(AGENT, dialect), STRING(size)), PIECE),
    grows: 'line',
  },
  'many pieces of many lines': {
    log: (size, dialect) => inPieces(list(size, lineOf(different(dialect), dialect)), PIECE),
    grows: 'log',
  },
};

export const SHAPES: Readonly<Record<string, Shape>> = { ...MANY_LINES, ...LONG_LINES, ...MANY_PIECES };
