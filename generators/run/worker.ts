import { parentPort, workerData } from 'node:worker_threads';
import { openOutput, type OutputTarget, type SentBytes } from './pool-output.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { poolWriter, type WrittenPool } from './pool-files.ts';
import type { PoolProgress } from './run-pool.ts';

/** What a worker is started with. */
export interface WorkerTask {
  readonly plan: PackedPlan;
  readonly target: OutputTarget;
}

/** What a worker says of the pool it was told to run. */
export type WorkerMessage =
  | SentBytes
  | { readonly pool: number; readonly progress: PoolProgress }
  | ({ readonly pool: number } & WrittenPool)
  | { readonly pool: number; readonly failure: Failure };

/** What was thrown; an error that crosses threads as itself would lose its code. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

/** What is told less often costs less. */
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
    const { message, stack, code } = error as NodeJS.ErrnoException;
    say({ pool, failure: { message, stack, code } });
  }
});
