/** Reads the files that people write, in YAML or JSON, and says in one line what is wrong with one. */
import { readFileSync } from 'node:fs';
import { UserError } from '../../src/user-error.ts';
import { showPath, type Finding } from './finding.ts';
import { readSource, SyntaxProblem, type Source } from './source.ts';

/** Why a file cannot be used: one line that names the file, the place, what is there and what is allowed. */
export class FileError extends UserError {
  override readonly name = 'FileError';

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '), options);
  }
}

/** Far more than any such file takes; whoever names a log by mistake is told at once. */
const MAX_BYTES = 16 * 1024 * 1024;

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a directory, expected a YAML or JSON file',
  EACCES: 'may not be read: permission denied',
};

/** Reads a YAML or JSON file. Throws a FileError when it cannot be read or is neither. */
export const readFile = (path: string): Source => parse(path, readText(path));

function readText(path: string): string {
  const bytes = attempt(
    () => readFileSync(path),
    (error) => `${path}: ${READ_ERRORS[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message}`,
  );
  if (bytes.length > MAX_BYTES) throw new FileError(`${path}: expected at most 16 MB, got ${bytes.length} bytes`);
  return attempt(
    () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    () => `${path}: expected text in UTF-8, got other bytes`,
  );
}

const parse = (path: string, text: string): Source =>
  attempt(
    () => readSource(text),
    (error) => {
      if (!(error instanceof SyntaxProblem)) throw error;
      const place = error.line === undefined ? path : `${path}:${error.line}`;
      return `${place}: not valid YAML or JSON: ${error.message}${andMore(error.more)}`;
    },
  );

function attempt<T>(action: () => T, explain: (error: Error) => string): T {
  try {
    return action();
  } catch (error) {
    throw new FileError(explain(error as Error), { cause: error });
  }
}

/** Throws for the finding that stands first in the file, if there is any. */
export function throwFirst(path: string, source: Source, findings: readonly Finding[]): void {
  const placed = findings.map((finding) => ({ ...finding, line: source.lineOf(finding.path) }));
  const [first] = placed.sort((a, b) => a.line - b.line);
  if (!first) return;
  const place = showPath(first.path);
  const message = `${place && `${place}: `}${first.message}`;
  throw new FileError(`${path}:${first.line}: ${message}${andMore(findings.length - 1)}`);
}

const andMore = (count: number): string => (count > 0 ? ` (and ${count} more)` : '');
