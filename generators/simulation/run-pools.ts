import { Worker } from 'node:worker_threads';
import { poolCount, type PackedPlan } from './plan.ts';
import type { PoolProgress, PoolResult } from './run-pool.ts';
import type { WorkerMessage, WorkerTask } from './worker.ts';

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

/**
 * Runs all pools of a plan in worker threads, each thread taking the next pool when it has done one. Which thread runs
 * which pool makes no difference to what is written.
 *
 * @param folder where the archives go, under partial names
 * @param jobs how many threads, at the most
 * @param signal ends the threads, wherever they are
 * @returns the pools' results, in their order
 * @throws what a pool threw; the signal's reason
 */
export async function runPools(
  plan: PackedPlan,
  folder: string,
  jobs: number,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<PoolResult[]> {
  const count = poolCount(plan.servers);
  const results: PoolResult[] = [];
  const progress = new Map<number, PoolProgress>();
  let next = 0;
  const workers: Worker[] = [];

  const run = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { plan, folder } satisfies WorkerTask });
      workers.push(worker);
      const takeNext = () => {
        if (next < count) worker.postMessage(next++);
        else resolve();
      };
      worker.on('error', reject);
      worker.on('message', (message: WorkerMessage) => {
        if ('failure' in message) return reject(Object.assign(new Error(message.failure.message), message.failure));
        if ('result' in message) {
          results[message.pool] = message.result;
          progress.set(message.pool, { lines: message.result.lines, time: Infinity });
          takeNext();
        } else progress.set(message.pool, message.progress);
        report(total(progress));
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
    await Promise.race([Promise.all(Array.from({ length: Math.min(jobs, count) }, run)), interrupted]);
    return results;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
