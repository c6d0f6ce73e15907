import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ByteReader, type Chunks } from './byte-reader.ts';
import { Damage } from './damage.ts';
import { findFiles, noLogs, ReadError, reason } from './find.ts';
import { looseFile } from './log-file.ts';
import { ContentReader, type LogHandlers } from './read-content.ts';
import { MAX_LINE } from './split.ts';

const CHUNK = 1024 * 1024;
const STDIN = '-';

/** How to read. */
export interface ReadOptions {
  /** The longest line to be given, in bytes; MAX_LINE by default. */
  readonly maxLine?: number | undefined;
  /** What is read for `-`; the process's standard input by default. */
  readonly stdin?: Readable | undefined;
}

/** The chunks of a stream; what it throws is damage of the file. */
async function* chunksOf(file: string, open: () => Readable): Chunks {
  try {
    yield* open();
  } catch (error) {
    throw new Damage(file, `cannot be read: ${reason(error)}`);
  }
}

/**
 * Reads logs of any packing to lines, in constant memory. What a file holds is told by its first bytes, never by its name.
 * Damage is told to the handlers, and the next file is read.
 *
 * @param paths tars, gzip files, log files, folders of them, or `-` for standard input
 * @throws ReadError when a path cannot be read, before anything is; and in the end, when one led to no file and no problem
 */
export async function readLogs(paths: readonly string[], handlers: LogHandlers, options: ReadOptions = {}): Promise<void> {
  const reader = new ContentReader(handlers, options.maxLine ?? MAX_LINE);
  if (paths.filter((path) => path === STDIN).length > 1) throw new ReadError('standard input, -, can be read only once');
  const found: string[][] = [];
  for (const path of paths) found.push(path === STDIN ? [path] : await findFiles(path, reader.problem.bind(reader)));

  const empty: string[] = [];
  for (const [place, files] of found.entries()) {
    const before = reader.told;
    for (const file of files) {
      const open = () =>
        file === STDIN ? (options.stdin ?? process.stdin) : createReadStream(file, { highWaterMark: CHUNK });
      await reader.read(new ByteReader(file, chunksOf(file, open)), looseFile(file));
    }
    if (reader.told === before) empty.push(paths[place]!);
  }
  if (empty.length > 0) throw noLogs(empty.join(', '));
}
