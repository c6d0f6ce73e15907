/** JSON that somebody else wrote, read within bounds: of bytes, and of how deep it nests. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fileSystemError, UserError } from './user-error.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENS = new Set(['[', '{'].map((c) => c.charCodeAt(0)));
const CLOSES = new Set([']', '}'].map((c) => c.charCodeAt(0)));

/** Whether a text of JSON nests deeper than so many levels; told before it is parsed, since parsing takes memory for each. */
export function nestsDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) i = endOfString(text, i);
    else if (OPENS.has(c)) {
      depth += 1;
      if (depth > most) return true;
    } else if (CLOSES.has(c)) depth -= 1;
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
export function readJsonFile(path: string, { bytes, depth }: JsonBounds, remedy: string): unknown {
  try {
    const text = readBounded(path, bytes).toString('utf8');
    if (nestsDeeper(text, depth)) throw new UserError(`${path}: it nests deeper than ${depth} levels; ${remedy}`);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${path}: it is no JSON; ${remedy}`, { cause: error });
    throw fileSystemError(error, `read ${path}`) ?? error;
  }
}
