import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { LocalStore, Store } from '../../src/store/store.ts';
import type { RunControl } from './options.ts';
import { failureOf } from '../../src/base/failure.ts';
import { PackingThread } from './packing-thread.ts';
import { openOutput, type OutputTarget } from './pool-output.ts';
import { linesAbout, type PackedPlan } from '../simulation/plan.ts';
import type { PoolWriter, WrittenPool } from './pool-files.ts';
import { StreamReceiver } from './stream-receiver.ts';
import type { PoolProgress } from './run-pool.ts';
import type { WorkerMessage, WorkerTask } from './worker.ts';

/** Task of {@link runPools}. */
export interface PoolsTask extends RunControl {
  readonly plan: PackedPlan;
  /** Indices of the pools to simulate. */
  readonly pools: readonly number[];
  /** Store that holds the pools' files as drafts. */
  readonly store: Store;
  /** Called with the files of each pool when they are written. The thread begins its next pool when the promise is fulfilled. */
  readonly done: (pool: WrittenPool) => Promise<void>;
  /** Threads at most. */
  readonly jobs: number;
}

/** Lines below which a run's pools are simulated in one thread: it is over before others have compiled what they run. */
const FEW = 60_000;

/** Lines below which the thread that simulates packs too: the run is over before another has started. */
const VERY_FEW = 10_000;

/** Progress of all pools together: the sum of their lines, and the earliest of their times. */
function total(pools: ReadonlyMap<number, PoolProgress>): PoolProgress {
  let lines = 0;
  let time = Infinity;
  for (const progress of pools.values()) {
    lines += progress.lines;
    time = Math.min(time, progress.time);
  }
  return { lines, time };
}

/** Simulates the pools in this thread, and yields to its event loop now and then; another packs them meanwhile. */
async function runHere(
  { plan, pools, done, signal }: PoolsTask,
  store: LocalStore,
  told: (pool: number, progress: PoolProgress) => void,
): Promise<void> {
  const { poolWriter } = await import('./pool-files.ts');
  const packing =
    linesAbout(plan) < VERY_FEW || plan.packaging !== 'tar' ? undefined : new PackingThread(store.lend(), plan);
  const packerOf = packing && ((server: string) => packing.packer(server));
  try {
    const write = await poolWriter(plan, openOutput(store.lend()), packerOf);
    for (const pool of pools) {
      const { result, pieces } = await finished(write(pool), signal, (progress) => told(pool, progress));
      told(pool, { lines: result.lines, time: Infinity });
      await done({ result, pieces });
    }
  } finally {
    await packing?.stop();
  }
}

async function finished(
  run: ReturnType<PoolWriter>,
  signal: AbortSignal | undefined,
  told: (progress: PoolProgress) => void,
): Promise<WrittenPool> {
  try {
    for (;;) {
      const { done, value } = run.next();
      if (done) return value;
      told(value);
      await turn();
      signal?.throwIfAborted();
    }
  } finally {
    run.return(undefined as never);
  }
}

/** Target for a thread's output: a folder is written by the thread itself, all else goes through the main thread. */
const targetIn = (store: Store): OutputTarget =>
  store.local?.lend() ?? { sent: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };

/** Simulates the pools in worker threads; each takes the next pool when it has finished one. */
async function runInThreads(
  { plan, pools, store, done, jobs, signal }: PoolsTask,
  told: (pool: number, progress: PoolProgress) => void,
): Promise<void> {
  const todo = pools.values();
  const workers: Worker[] = [];
  const finishing: Promise<void>[] = [];

  const run = () =>
    new Promise<void>((resolve, reject) => {
      const target = targetIn(store);
      const worker = new Worker(new URL('./worker.js', import.meta.url), {
        workerData: { plan, target } satisfies WorkerTask,
      });
      workers.push(worker);
      const receiver = new StreamReceiver(store, target);
      const takeNext = () => {
        const { value: pool } = todo.next();
        if (pool !== undefined) worker.postMessage(pool);
        else resolve();
      };
      const finish = async ({ result, pieces }: WrittenPool) => {
        told(result.pool, { lines: result.lines, time: Infinity });
        await receiver.stored();
        await done({ result, pieces });
        takeNext();
      };
      worker.on('error', reject);
      worker.on('message', (message: WorkerMessage) => {
        if ('file' in message) receiver.take(message).catch(reject);
        else if ('failure' in message) reject(failureOf(message.failure));
        else if ('result' in message) finishing.push(finish(message).catch(reject));
        else told(message.pool, message.progress);
      });
      takeNext();
    });

  let interrupt: () => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(signal!.reason as Error);
  });
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

/**
 * Simulates pools of a plan, in worker threads where that pays. Which thread runs which pool makes no difference to what is written.
 *
 * @throws what a pool, the store or `done` threw; the signal's reason
 */
export async function runPools(task: PoolsTask): Promise<void> {
  const { plan, pools, store, jobs, onProgress, signal } = task;
  const progress = new Map<number, PoolProgress>();
  const told = (pool: number, far: PoolProgress) => {
    progress.set(pool, far);
    onProgress?.(total(progress));
  };
  signal?.throwIfAborted();
  const isFew = jobs === 1 || pools.length === 1 || linesAbout(plan) < FEW;
  await (isFew && store.local ? runHere(task, store.local, told) : runInThreads(task, told));
}
