import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PARTIAL } from '../output.ts';
import type { PackedPlan } from './plan.ts';
import { runPool, type PoolProgress, type PoolResult } from './run-pool.ts';

/** What a worker is started with. */
export interface WorkerTask {
  readonly plan: PackedPlan;
  /** The folder to write to. */
  readonly folder: string;
}

/** What a worker says of the pool it was told to run. */
export type WorkerMessage = { readonly pool: number } & (
  | { readonly progress: PoolProgress }
  | { readonly result: PoolResult }
  | { readonly failure: Failure }
);

/** What was thrown; an error that crosses threads as itself would lose its code. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

const { plan, folder } = workerData as WorkerTask;
const say = (message: WorkerMessage) => parentPort!.postMessage(message);

parentPort!.on('message', (pool: number) => {
  try {
    const pathOf = (server: string) => join(folder, `${server}.tar${PARTIAL}`);
    say({ pool, result: runPool(plan, pool, pathOf, (progress) => say({ pool, progress })) });
  } catch (error) {
    const { message, stack, code } = error as NodeJS.ErrnoException;
    say({ pool, failure: { message, stack, code } });
  }
});
