import { Worker } from 'node:worker_threads';
import { failureOf, type Failure } from '../base/failure.ts';

/** A file to scan. */
export interface ScanTask {
  readonly path: string;
  readonly task: unknown;
  readonly maxLine: number | undefined;
}

/** What a thread tells of the file that it reads: how many bytes of it were read, notes, and at its end how many files and problems it told of. */
export type ScanMessage<Note> =
  | { readonly read: number }
  | { readonly notes: readonly Note[]; readonly size: number; readonly told?: number }
  | { readonly failure: Failure };

/** Data that a thread is started with: counts the size of the notes that were taken of it. */
export interface ScanStart {
  readonly taken: Int32Array;
}

type Notes<Note> = Extract<ScanMessage<Note>, { notes: unknown }> & { readonly taken: Int32Array };

/** Threads that scan files, each the next one that is left. They are ahead of who takes their notes by a bounded amount of them. */
export class ScanThreads<Note> {
  readonly #workers: Worker[];
  readonly #todo: Iterator<[number, ScanTask]>;
  /** Of each file what was noted and not taken. */
  readonly #waiting: Notes<Note>[][];
  /** Wakes who waits for more. */
  #wake: () => void = () => {};
  #failure: { readonly error: unknown } | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #abort = (): void => this.#fail(this.#signal!.reason);

  /**
   * @param thread the module that they run, which calls `serveScans`
   * @param pass called with the length of what was read; what it throws comes out of `read`
   */
  constructor(
    thread: URL,
    tasks: readonly ScanTask[],
    count: number,
    pass: (length: number) => void,
    signal?: AbortSignal,
  ) {
    this.#todo = tasks.entries();
    this.#waiting = tasks.map(() => []);
    this.#signal = signal;
    signal?.addEventListener('abort', this.#abort);
    this.#workers = Array.from({ length: count }, () => this.#start(thread, pass));
  }

  /** Gives the notes of a file to who takes them; files are to be asked for in their order. */
  async read(index: number, take: (note: Note) => void): Promise<number> {
    const waiting = this.#waiting[index]!;
    for (;;) {
      if (this.#failure) throw this.#failure.error;
      const next = waiting.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      for (const note of next.notes) take(note);
      Atomics.add(next.taken, 0, next.size);
      Atomics.notify(next.taken, 0);
      if (next.told !== undefined) return next.told;
    }
  }

  /** Ends the threads, whatever they do. */
  async stop(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  #start(thread: URL, pass: (length: number) => void): Worker {
    const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(thread, { workerData: { taken } satisfies ScanStart });
    let index = 0;
    const takeNext = () => {
      const { done, value } = this.#todo.next();
      if (done) return;
      index = value[0];
      worker.postMessage(value[1]);
    };
    worker.on('error', (error) => this.#fail(error));
    worker.on('message', (message: ScanMessage<Note>) => {
      if ('failure' in message) return this.#fail(failureOf(message.failure));
      if ('notes' in message) {
        this.#waiting[index]!.push({ ...message, taken });
        this.#wake();
        if (message.told !== undefined) takeNext();
        return;
      }
      try {
        pass(message.read);
      } catch (error) {
        this.#fail(error);
      }
    });
    takeNext();
    return worker;
  }
}
