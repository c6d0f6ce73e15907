import type { ShareDone, TaskControl } from '../base/task.ts';
import { statSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { isBucketAddress } from '../store/address.ts';
import { fileChunks } from '../store/folder.ts';
import { storeOf } from '../store/open-store.ts';
import { resourceError, UserError } from '../base/user-error.ts';
import { ByteReader, type Chunks } from '../store/byte-reader.ts';
import { CorruptArchiveError } from './corrupt-archive-error.ts';
import type { FoundFile } from './by-run.ts';
import { findFiles, noLogs, ReadError, reason } from './find.ts';
import { looseFile } from './log-file.ts';
import { ContentReader, type LogHandlers } from './read-content.ts';
import { MAX_LINE } from './split.ts';

/** Stands for standard input. */
export const STDIN = '-';

/** Options of {@link readLogs}. Progress is of the bytes read, where it is known how many there are. */
export interface ReadOptions extends TaskControl<ShareDone> {
  /** The longest line to be given, in bytes; MAX_LINE by default. */
  readonly maxLine?: number | undefined;
  /** What is read for `-`; the process's standard input by default. */
  readonly stdin?: Readable | undefined;
  /** Threads that read at most, where there are files enough; as many as there are processors by default. What is told is the same. */
  readonly jobs?: number | undefined;
}

/** Bytes of some files together; undefined when one of them is standard input or an object of a bucket, or cannot be looked at. */
function sizeOf(files: readonly string[]): number | undefined {
  if (files.some((file) => file === STDIN || isBucketAddress(file))) return undefined;
  try {
    return files.reduce((sum, file) => sum + statSync(file).size, 0);
  } catch {
    return undefined;
  }
}

/** Passes chunks on, and reports the bytes of each. */
async function* passing(chunks: Chunks, pass: (length: number) => void): Chunks {
  for await (const chunk of chunks) {
    pass(chunk.length);
    yield chunk;
  }
}

/** The bytes of a file, or of an object in a bucket. */
async function* open(file: string, { stdin = process.stdin, signal }: ReadOptions): Chunks {
  if (file === STDIN) yield* signal ? addAbortSignal(signal, stdin) : stdin;
  else if (!isBucketAddress(file)) yield* fileChunks(file);
  else {
    const { store, name } = await storeOf(file);
    yield* store.read(name);
  }
}

/**
 * Bytes of a file or an object. An error of the file system becomes damage of that file, after which the next file is read; an error
 * of a bucket, or of the process, ends all reading.
 *
 * @throws CorruptArchiveError when the file system cannot read the file; UserError when the bucket cannot be read
 */
async function* chunksOf(file: string, options: ReadOptions): Chunks {
  try {
    yield* open(file, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    throw resourceError(error) ?? new CorruptArchiveError(file, `cannot be read: ${reason(error)}`);
  }
}

/** Reads a file that was found, from its place in the list; gives how many files and problems it told of. */
export type ReadFile = (file: FoundFile, index: number) => Promise<number>;

/** What is told of all that is read, besides what is in it. */
export type RunHandlers = Pick<LogHandlers, 'runs' | 'run' | 'problem'>;

/** Reads a file in this thread. */
export async function readHere(
  { path }: FoundFile,
  handlers: LogHandlers,
  pass: (length: number) => void,
  options: ReadOptions,
): Promise<number> {
  const reader = new ContentReader(handlers, options.maxLine ?? MAX_LINE);
  await reader.read(new ByteReader(path, passing(chunksOf(path, options), pass)), looseFile(path));
  return reader.told;
}

/**
 * Finds what is to be read, and has it read file by file, in their order.
 *
 * @param begin begins to read files; what it is given last is to be called with the length of what was read
 * @throws as {@link readLogs}
 */
export async function readEach(
  paths: readonly string[],
  handlers: RunHandlers,
  options: ReadOptions,
  begin: (files: readonly FoundFile[], pass: (length: number) => void) => ReadFile,
): Promise<void> {
  if (paths.filter((path) => path === STDIN).length > 1)
    throw new ReadError('standard input, -, can be read only once');
  const problem = (file: string, message: string) => handlers.problem({ file, rule: 'file-archive', message });
  const found: FoundFile[][] = [];
  for (const path of paths) {
    options.signal?.throwIfAborted();
    found.push(path === STDIN ? [{ path, run: path }] : await findFiles(path, problem));
  }
  await handlers.runs?.([...new Set(found.flat().map(({ run }) => run))]);

  const { onProgress, signal } = options;
  const all = onProgress && sizeOf(found.flat().map(({ path }) => path));
  let done = 0;
  const read = begin(found.flat(), (length) => {
    signal?.throwIfAborted();
    if (all !== undefined) onProgress!({ done: (done += length), all });
  });

  const empty: string[] = [];
  let last: string | undefined;
  let index = 0;
  for (const [place, files] of found.entries()) {
    let told = 0;
    for (const file of files) {
      if (file.run !== last) handlers.run?.(file.run);
      last = file.run;
      signal?.throwIfAborted();
      told += await read(file, index);
      index += 1;
    }
    if (told === 0) empty.push(paths[place]!);
  }
  if (empty.length > 0) throw noLogs(empty.join(', '));
}

/**
 * Reads logs of any packing to lines, in constant memory. What a file holds is told by its first bytes, never by its name.
 * Damage is told to the handlers, and the next file is read.
 *
 * @param paths tars, gzip files, log files, folders of them, `-` for standard input, or any of those in a bucket, s3://BUCKET/KEY
 * @param options with a signal, standard input is destroyed when it is aborted
 * @throws ReadError when a path cannot be read, before anything is; and in the end, when one led to no file and no problem
 */
export const readLogs = (paths: readonly string[], handlers: LogHandlers, options: ReadOptions = {}): Promise<void> =>
  readEach(paths, handlers, options, (_, pass) => (file) => readHere(file, handlers, pass, options));
