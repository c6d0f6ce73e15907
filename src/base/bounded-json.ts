/** JSON that somebody else wrote, read within bounds: of bytes, and of how deep it nests. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fileSystemError, OptionError, optionError, UserError, words, type Words } from './user-error.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [LIST, LIST_END] = [0x5b, 0x5d];
const [OBJECT, OBJECT_END] = [0x7b, 0x7d];

/**
 * Whether a text of JSON nests deeper than so many levels, or holds more values; told before it is parsed, since parsing
 * takes some kilobytes of memory a level, and a hundred bytes a value. A text no longer than the depth cannot nest deeper.
 */
export function nestsDeeper(text: string, mostDepth: number, mostValues = Infinity): boolean {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (mark === QUOTE) at = endOfString(text, at);
    else if (mark === COMMA) values += 1;
    else if (mark === LIST || mark === OBJECT) {
      depth += 1;
      values += 1;
    } else if (mark === LIST_END || mark === OBJECT_END) depth -= 1;
    if (depth > mostDepth || values > mostValues) return true;
  }
  return false;
}

/** Where a string ends that begins at a quote; the text's end when it does not. */
export function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** What a file of JSON may hold. */
export interface JsonBounds {
  readonly bytes: number;
  readonly depth: number;
}

/** Reads a file up to one byte more than allowed; what is no file, such as a pipe that nobody writes to, is not waited for. */
function readBounded(path: string, most: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new UserError(`${path}: it is no regular file; name a file`);
    const bytes = Buffer.allocUnsafe(Math.min(status.size, most) + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    if (length > most)
      throw new UserError(
        `${path}: it is larger than ${most} bytes, which is the most that is read; name another file`,
      );
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a file of JSON.
 *
 * @param remedy what to do when it holds something else: `give a file that edxgen conform has written`
 * @throws UserError when it cannot be read, is no JSON, or exceeds the bounds
 */
export function readJsonFile(path: string, { bytes, depth }: JsonBounds, remedy: string | Words): unknown {
  try {
    const text = readBounded(path, bytes).toString('utf8');
    if (nestsDeeper(text, depth)) throw optionError`${path}: it nests deeper than ${depth} levels; ${remedy}`;
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new OptionError(words`${path}: it is no JSON; ${remedy}`, { cause: error });
    throw fileSystemError(error, `read ${path}`) ?? error;
  }
}
