/** Reads the files that people write, in YAML or JSON, and tells what is wrong with one. */
import { closeSync, openSync, readSync } from 'node:fs';
import { BOUNDS } from '../bounds.ts';
import { grouped } from '../format-number.ts';
import { UserError } from '../user-error.ts';
import { showPath, type FileFinding } from './finding.ts';
import { readSource, SyntaxProblem, type Source } from './source.ts';

const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

/** Why a file cannot be used: one line that names the file, the line and the key, what is there and what is allowed. */
export class FileError extends UserError {
  override readonly name: string = 'FileError';

  constructor(message: string, options?: ConstructorParameters<typeof UserError>[1]) {
    super(oneLine(message), options);
  }
}

/** A file that can be read, but says what it may not say. */
export class FileMistakes extends FileError {
  override readonly name = 'FileMistakes';
}

/** Far more than any such file takes; whoever names a log by mistake is told at once. */
const MAX_BYTES = BOUNDS.courseBytes.most;

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a directory, expected a YAML or JSON file',
  EACCES: 'may not be read: permission denied',
};

/** Reads a YAML or JSON file. Throws a FileError when it cannot be read or is neither. */
export const readFile = (path: string): Source => parse(path, readText(path));

/** Reads a file's first bytes; it may have no end, as /dev/zero. */
function readStart(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let left = most; left > 0;) {
      const chunk = Buffer.alloc(Math.min(left, 64 * 1024));
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      left -= read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

function readText(path: string): string {
  const bytes = attempt(
    () => readStart(path, MAX_BYTES + 1),
    (error) => `${path}: ${READ_ERRORS[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message}`,
  );
  if (bytes.length > MAX_BYTES) throw new FileError(`${path}: expected at most ${grouped(MAX_BYTES)} bytes, got more`);
  return attempt(
    () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    () => `${path}: expected text in UTF-8, got other bytes`,
  );
}

function parse(path: string, text: string): Source {
  try {
    return readSource(text);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const location = error.line === undefined ? path : `${path}:${error.line}`;
    throw new FileMistakes(`${location}: not valid YAML or JSON: ${error.message}${andMore(error.more)}`, {
      cause: error,
    });
  }
}

function attempt<T>(action: () => T, explain: (error: Error) => string): T {
  try {
    return action();
  } catch (error) {
    throw new FileError(explain(error as Error), { cause: error });
  }
}

/**
 * Tells everything that is wrong with a file: unknown keys first, the rest by line.
 *
 * @throws FileMistakes when there are findings
 */
export function throwFindings(path: string, source: Source, findings: readonly FileFinding[]): void {
  const placed = findings.map((finding) => ({ ...finding, line: source.lineOf(finding.path) }));
  const ordered = placed.sort(
    (a, b) => Number(b.isUnknownKey ?? false) - Number(a.isUnknownKey ?? false) || a.line - b.line,
  );
  const told = ordered.map(({ line, path: keys, message }) =>
    oneLine(`${path}:${line}: ${keys.length > 0 ? `${showPath(keys)}: ` : ''}${message}`),
  );
  if (told.length === 1) throw new FileMistakes(told[0]!);
  const left = told.splice(BOUNDS.courseMistakes.most).length;
  if (told.length > 1)
    throw new FileMistakes(`${path}: ${told.length + left} mistakes`, {
      details: left > 0 ? [...told, `${path}: and ${left} more`] : told,
    });
}

const andMore = (count: number): string => (count > 0 ? ` (and ${count} more)` : '');
