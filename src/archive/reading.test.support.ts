import { execFileSync } from 'node:child_process';
import { ByteReader } from '../store/byte-reader.ts';
import type { LogFile } from './log-file.ts';
import type { Problem } from './read-content.ts';
import { readLogs, type ReadOptions } from './read.ts';

/** Runs commands in a folder, where tar sorts; throws when one fails. */
export function shell(folder: string, commands: string): void {
  const env = { ...process.env, TAR_OPTIONS: '--sort=name' };
  execFileSync('bash', ['-euc', commands], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** A file as it was read. */
export interface FileRead extends LogFile {
  readonly lines: string[];
  /** Length, number and offset of each line that was too long. */
  readonly tooLong: [number, number, number][];
}

/** Everything that readLogs tells of some paths. */
export async function read(
  paths: readonly string[],
  options?: ReadOptions,
): Promise<{ files: FileRead[]; problems: Problem[] }> {
  const files: FileRead[] = [];
  const problems: Problem[] = [];
  await readLogs(
    paths,
    {
      file: (file) => files.push({ ...file, lines: [], tooLong: [] }),
      line: (bytes) => files.at(-1)!.lines.push(bytes.toString()),
      tooLong: (...where) => files.at(-1)!.tooLong.push(where),
      problem: (problem) => problems.push(problem),
    },
    options,
  );
  return { files, problems };
}

/** `count` lines that gzip cannot shrink much: each has its number, and digits that no other has. */
export const someLines = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) => `line ${n} ${(Math.imul(n + 1, 2654435761) >>> 0).toString(36)} ${Math.sin(n)}`,
  );

/** Lines as a file has them. */
export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Reads bytes that come in chunks of `size`. */
export function readerOf(bytes: Buffer, size = bytes.length || 1): ByteReader {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return new ByteReader('x', chunks());
}
