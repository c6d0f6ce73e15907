import { Worker } from 'node:worker_threads';
import { FolderStore } from '../../src/store/folder.ts';
import type { Store } from '../../src/store/store.ts';
import type { PlaceData } from './place.ts';
import type { PackedPlan } from './plan.ts';
import { Reception } from './reception.ts';
import type { PoolProgress, PoolResult } from './run-pool.ts';
import type { Piece, WorkerMessage, WorkerTask } from './worker.ts';

/** Tells how far a run is. */
export type Report = (progress: PoolProgress) => void;

/** Lines of all pools, and the time of the one that is least far. */
function total(pools: ReadonlyMap<number, PoolProgress>): PoolProgress {
  let lines = 0;
  let time = Infinity;
  for (const progress of pools.values()) {
    lines += progress.lines;
    time = Math.min(time, progress.time);
  }
  return { lines, time };
}

/** Threads write to a folder themselves, and send to the main thread what goes elsewhere. */
const placeIn = (store: Store): PlaceData =>
  store instanceof FolderStore ? store.lend() : { sent: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };

/**
 * Runs pools of a plan in worker threads, each thread taking the next pool when it has done one. Which thread runs which
 * pool makes no difference to what is written.
 *
 * @param pools which, by place
 * @param store takes the pools' files as drafts
 * @param done is told of a pool whose files are written, and which there are beside its archives; the next one is begun when it is over
 * @param jobs how many threads, at the most
 * @param signal ends the threads, wherever they are
 * @throws what a pool, the store or `done` threw; the signal's reason
 */
export async function runPools(
  plan: PackedPlan,
  pools: readonly number[],
  store: Store,
  done: (result: PoolResult, pieces: readonly Piece[]) => Promise<void>,
  jobs: number,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<void> {
  const todo = pools.values();
  const progress = new Map<number, PoolProgress>();
  const workers: Worker[] = [];
  const finishing: Promise<void>[] = [];

  const run = () =>
    new Promise<void>((resolve, reject) => {
      const place = placeIn(store);
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { plan, place } satisfies WorkerTask });
      workers.push(worker);
      const reception = new Reception(store, place);
      const takeNext = () => {
        const { value: pool } = todo.next();
        if (pool !== undefined) worker.postMessage(pool);
        else resolve();
      };
      const finish = async (result: PoolResult, pieces: readonly Piece[]) => {
        progress.set(result.pool, { lines: result.lines, time: Infinity });
        report(total(progress));
        await reception.stored();
        await done(result, pieces);
        takeNext();
      };
      worker.on('error', reject);
      worker.on('message', (message: WorkerMessage) => {
        if ('file' in message) reception.take(message).catch(reject);
        else if ('failure' in message) reject(Object.assign(new Error(message.failure.message), message.failure));
        else if ('result' in message) finishing.push(finish(message.result, message.pieces).catch(reject));
        else {
          progress.set(message.pool, message.progress);
          report(total(progress));
        }
      });
      takeNext();
    });

  let interrupt: () => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(signal!.reason as Error);
  });
  signal?.throwIfAborted();
  signal?.addEventListener('abort', interrupt);
  try {
    await Promise.race([Promise.all(Array.from({ length: Math.min(jobs, pools.length) }, run)), interrupted]);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    await Promise.all(workers.map((worker) => worker.terminate()));
    // Whoever tidies up after a failure must not be overtaken by files that still get their names.
    await Promise.all(finishing);
  }
}
