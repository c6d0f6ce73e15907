import { parentPort, workerData } from 'node:worker_threads';
import { toFailure, type Failure } from '../../src/base/failure.ts';
import { openOutput, type OutputTarget, type SentBytes } from './pool-output.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { poolWriter, type WrittenPool } from './pool-files.ts';
import type { PoolProgress } from './run-pool.ts';

/** Data that a worker thread is started with. */
export interface WorkerTask {
  readonly plan: PackedPlan;
  readonly target: OutputTarget;
}

/** Messages of a worker thread about the pool that it simulates. */
export type WorkerMessage =
  | SentBytes
  | { readonly pool: number; readonly progress: PoolProgress }
  | ({ readonly pool: number } & WrittenPool)
  | { readonly pool: number; readonly failure: Failure };

/** Turns of the pool between two messages of progress: each message costs. */
const TURNS_A_REPORT = 10;

const { plan, target } = workerData as WorkerTask;
const write = await poolWriter(plan, openOutput(target));
const say = (message: WorkerMessage) => parentPort!.postMessage(message);

parentPort!.on('message', (pool: number) => {
  try {
    const run = write(pool);
    for (let turn = 1; ; turn += 1) {
      const { done, value } = run.next();
      if (done) return say({ pool, ...value });
      if (turn % TURNS_A_REPORT === 0) say({ pool, progress: value });
    }
  } catch (error) {
    say({ pool, failure: toFailure(error) });
  }
});
