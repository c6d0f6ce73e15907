import type { PackedPlan } from '../../simulation/plan.ts';
import { poolCount } from '../../simulation/plan.ts';
import { DistantLines } from './distant-lines.ts';
import { samplePool, type PoolSample } from './sample-pool.ts';

/** Days that are few: a sampled pool may hold more learners where there are fewer yet. */
const FEW_DAYS = 28;

/** Memory is measured in the first pools only, for it takes time: in the second, as the first fills tables that all use. */
const MEASURED = 2;

/** When a sample is large enough: each whole pool that is added makes it surer. */
export interface Limits {
  /** The standard error of the lines that is good enough, as a share of them. */
  readonly error: number;
  /** Seconds after which the sample grows no more. */
  readonly seconds: number;
  /** A sampled pool holds at most so many learners, over so many days that they are not few. */
  readonly learners: number;
}

/** What was simulated of a run. */
export interface Sample {
  /** One for each sampled pool. */
  readonly pools: readonly PoolSample[];
  /** How many sampled pools make one of the run's. */
  readonly split: number;
  /** How many sampled pools write to one file of the run. */
  readonly crowd: number;
  /** The share of the run that was simulated. */
  readonly share: number;
  /** The standard error of the lines, as a share of them. */
  readonly error: number;
  /** Packed bytes by bytes of text, of {@link DistantLines}. */
  readonly distantRatio: number;
  readonly seconds: number;
}

/** A sum over pools. */
export const sumOver = (
  pools: readonly PoolSample[],
  what: Exclude<keyof PoolSample, 'heldALearner' | 'sizes'>,
): number => pools.reduce((sum, pool) => sum + pool[what], 0);

/** How many parts each pool must be split into, so that one takes some seconds at the most. */
function splitOf({ users, days, servers }: PackedPlan, limit: number): number {
  const learners = (users * Math.min(2, servers)) / servers;
  const most = limit * Math.max(1, FEW_DAYS / days);
  return learners <= most ? 1 : Math.ceil((2 * users) / servers / most);
}

/**
 * The standard error of a total that is `1 / share` times that of learners who were drawn at random, as a share of it. How many
 * were drawn is chance, too, so it is the root of the sum of squares, not the deviation from a mean.
 */
function errorOf(pools: readonly PoolSample[], share: number): number {
  const lines = sumOver(pools, 'lines');
  return lines === 0 ? 1 : Math.sqrt(sumOver(pools, 'squares') * (1 - share)) / lines;
}

/**
 * Simulates some of a run's pools, over all its days, one by one until they are enough. Learners are hashed to pools, so a
 * pool's are a true sample. Where pools are too large for that, as many servers more are taken as make them small: learners do
 * the same on any server. What packs less well on fuller servers is counted apart: {@link PoolSample}.
 *
 * @param report is told of the error so far
 */
export function takeSample(plan: PackedPlan, limits: Limits, report: (error: number) => void): Sample {
  const begin = performance.now();
  const split = splitOf(plan, limits.learners);
  const fleets = plan.site?.fleets?.map((fleet) => ({ ...fleet, pools: fleet.pools * split }));
  const site = plan.site && { ...plan.site, fleets };
  const sampled = { ...plan, site, servers: plan.servers * split };
  const count = poolCount(sampled.servers);
  const crowd = plan.packaging === 'tar' ? split : count;
  const distantLines = new DistantLines(plan);
  const pools: PoolSample[] = [];
  for (;;) {
    pools.push(samplePool(sampled, pools.length, split, crowd, distantLines, pools.length < MEASURED));
    const share = sumOver(pools, 'servers') / sampled.servers;
    const error = errorOf(pools, share);
    const seconds = (performance.now() - begin) / 1000;
    report(error);
    const isEnough = pools.length >= MEASURED && (error <= limits.error || seconds >= limits.seconds);
    if (isEnough || pools.length === count)
      return { pools, split, crowd, share, error, distantRatio: distantLines.ratio, seconds };
  }
}
