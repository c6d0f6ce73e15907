import { resolveJobs, resolveRun } from '../resolve-run.ts';
import type { GenerateOptions } from '../options.ts';
import { machinesOf } from '../../simulation/fleet.ts';
import { poolCount, poolsOf, type PackedPlan } from '../../simulation/plan.ts';
import { HEADER } from '../pool-lines.ts';
import { storeMemory, taskMemory } from './memory.ts';
import { filesOf, packedBytesOf } from './packed.ts';
import { sampleApart, type SamplingControl } from './sample-apart.ts';
import { sumOver, type Limits, type Sample } from './sample.ts';
import { sharesOf, type Shares } from './shares.ts';

/** What a run will take. */
export interface Estimate extends Shares {
  readonly plan: PackedPlan;
  readonly jobs: number;
  readonly pools: number;
  /** Servers, all that there ever are. */
  readonly machines: number;
  readonly lines: number;
  /** Of text, all daily files. */
  readonly bytes: number;
  /** Files that hold text, daily or not. */
  readonly dailyFiles: number;
  /** Of the tars, or of the files of the logs. */
  readonly packedBytes: number;
  /** Of the truth's files but the small ones. */
  readonly truthBytes: number;
  /** Of lines, as a share of them; the other figures are about as sure. */
  readonly standardError: number;
  /** On this machine, of one core. */
  readonly coreHours: number;
  /** The most that a part holds at once, in bytes. */
  readonly memory: number;
  /** What it holds more when it writes to a store of objects. */
  readonly storeMemory: number;
  /** What pieces of the logs take beside that until they are put together; 0 where servers have tars. */
  readonly piecesBytes: number;
  /** What was simulated for it: learners, their lines, and the seconds that it took. */
  readonly sample: { readonly learners: number; readonly lines: number; readonly seconds: number };
}

/** Good enough, time enough to find out, and pools that take some seconds of work for a whole term. */
const LIMITS: Limits = { error: 0.03, seconds: 15, learners: 2000 };

/** Processor seconds a line. The first pool's do not count where there are others: code is slow until it is compiled. */
function secondsALine({ pools }: Sample): number {
  const counted = pools.length > 1 ? pools.slice(1) : pools;
  return sumOver(counted, 'cpuSeconds') / Math.max(1, sumOver(counted, 'lines'));
}

/** What a run will take, by a sample of it. */
export function scaleUp(plan: PackedPlan, jobs: number, sample: Sample): Estimate {
  const { pools: sampled, split, share } = sample;
  const total = (what: Parameters<typeof sumOver>[1]): number => Math.round(sumOver(sampled, what) / share);
  const pools = poolCount(plan.servers);
  const lines = total('lines');
  const files = plan.packaging === 'tar' ? total('files') / split : filesOf(plan, sample);
  const dailyFiles = Math.round(files);
  const coreHours = (lines * secondsALine(sample)) / 3600;
  const shares = sharesOf(coreHours, pools, jobs);
  const threads = Math.min(jobs, shares.poolsAPart);
  const task = {
    jobs: threads,
    pools: shares.poolsAPart,
    files: (dailyFiles * shares.poolsAPart) / pools,
    learnersAPool: plan.users / pools,
    heldALearner: sampled.findLast((pool) => pool.heldALearner !== undefined)?.heldALearner ?? 0,
  };
  // A piece of a log is sent as it comes; of a tar the packed file is held.
  const largestFile = plan.packaging === 'tar' ? split * Math.max(...sampled.map((pool) => pool.largestFile)) : 0;
  return {
    ...shares,
    plan,
    jobs,
    pools,
    machines: poolsOf(plan.servers).reduce((sum, pool) => sum + machinesOf(plan, pool).length, 0),
    lines,
    dailyFiles,
    coreHours,
    bytes: total('bytes'),
    packedBytes: Math.round(packedBytesOf(plan, sample)),
    truthBytes: total('truthBytes'),
    piecesBytes: plan.packaging === 'tar' ? 0 : total('bytes') + HEADER * lines,
    standardError: sample.error,
    memory: Math.round(taskMemory(task)),
    storeMemory: Math.round(storeMemory(threads * Math.min(2, plan.servers), largestFile)),
    sample: { learners: sumOver(sampled, 'learners'), lines: sumOver(sampled, 'lines'), seconds: sample.seconds },
  };
}

/**
 * Tells what a run will take, by a sample of it that is really simulated.
 *
 * @param options of the run; jobs are the threads of each part, one by default
 * @throws UserError when an option is wrong; the signal's reason
 */
export async function estimate(options: GenerateOptions, control: SamplingControl = {}): Promise<Estimate> {
  const plan = await resolveRun(options);
  const jobs = resolveJobs({ jobs: 1, ...options });
  return scaleUp(plan, jobs, await sampleApart({ plan, limits: LIMITS }, control));
}
