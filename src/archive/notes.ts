/**
 * Reading in two steps, so that several threads can share the first: a scan goes through one file and makes notes of it, and whoever
 * asked takes the notes of all files, in their order. What comes of it is the same, whoever scans.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isBucketAddress } from '../store/address.ts';
import type { FoundFile } from './by-run.ts';
import { STDIN, readEach, readHere, type ReadOptions, type RunHandlers } from './read.ts';
import type { LogHandlers } from './read-content.ts';
import { ScanThreads } from './scan-threads.ts';

/** Takes what a scan has noted: data that can be sent between threads. @param bytes about so many, with what it holds */
export type Tell<Note> = (note: Note, bytes: number) => void;

/** Goes through one file that was found, and all that is packed in it. It knows nothing of what was read before. */
export interface Scan extends Omit<LogHandlers, 'runs' | 'run'> {
  /** The file is read: what is not told yet is told now. */
  end(): void;
}

/** Makes a scan of a file. @param task what it must know of the file's run: data, too */
export type Scanner<Task, Note> = (task: Task, tell: Tell<Note>) => Scan;

/** Who takes the notes of logs. */
export interface NoteTaker<Task, Note> extends RunHandlers {
  readonly scanner: Scanner<Task, Note>;
  /** Module that serves threads with the scanner; none where all is to be read in this thread. */
  readonly thread: URL | undefined;
  /** Task of the files of a run. */
  task(run: string): Task;
  take(note: Note): void;
}

/** Packed bytes, or ten times as many of plain text, that are read before other threads have begun. */
const FEW = 2_000_000;
const PLAIN = 10;

/** Each thread has memory of its own. */
const MOST_THREADS = 8;

/** How many threads pay for some files. */
function threadsFor(files: readonly FoundFile[], jobs: number | undefined): number {
  const most = Math.min(jobs ?? availableParallelism(), files.length, MOST_THREADS);
  if (most < 2 || files.some(({ path }) => path === STDIN || isBucketAddress(path))) return 1;
  if (jobs !== undefined) return most;
  let bytes = 0;
  for (const { path } of files) {
    const found = statSync(path, { throwIfNoEntry: false });
    bytes += (found?.size ?? 0) / (/z$|\.tar$/.test(path) ? 1 : PLAIN);
  }
  return bytes < FEW ? 1 : most;
}

/**
 * Reads logs of any packing, in several threads where that pays.
 *
 * @throws as readLogs, and what the taker throws
 */
export async function readNotes<Task, Note>(
  paths: readonly string[],
  taker: NoteTaker<Task, Note>,
  options: ReadOptions,
): Promise<void> {
  let threads: ScanThreads<Note> | undefined;
  try {
    await readEach(paths, taker, options, (files, pass) => {
      const { thread } = taker;
      const count = thread === undefined ? 1 : threadsFor(files, options.jobs);
      if (count > 1) {
        const tasks = files.map(({ path, run }) => ({ path, task: taker.task(run), maxLine: options.maxLine }));
        threads = new ScanThreads(thread!, tasks, count, pass, options.signal);
        return (_, index) => threads!.read(index, (note) => taker.take(note));
      }
      return async (file) => {
        const scan = taker.scanner(taker.task(file.run), (note) => taker.take(note));
        const told = await readHere(file, scan, pass, options);
        scan.end();
        return told;
      };
    });
  } finally {
    await threads?.stop();
  }
}
