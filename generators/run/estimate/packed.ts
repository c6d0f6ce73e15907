import { logsOf, type PackedPlan } from '../../simulation/plan.ts';
import { cutPeriods } from '../../simulation/rotation.ts';
import { sumOver, type Sample } from './sample.ts';

/** What a tar takes for a member, beside its bytes: a header and, on average, half a block; and for its end. */
const MEMBER = 512 + 256;
const END = 1024;

/**
 * Bytes of all tars of a run, or of the files of its logs.
 *
 * A line packs to about half as many bytes where gzip finds the line before of the same learner as where it does not. The fuller
 * a file, the further apart these stand. So lines that will be out of reach in the run's files, but are not in the
 * sample's, are counted at what {@link DistantLines} pack to.
 */
export function packedBytesOf(plan: PackedPlan, sample: Sample): number {
  const { pools, crowd, share, distantRatio } = sample;
  const sum = (what: Parameters<typeof sumOver>[1]) => sumOver(pools, what);
  const around = END * sum('archives') + MEMBER * sum('files');
  const inside = sum('packedBytes') - around;
  // By bytes, not by lines: what people think about longest, and so comes last, are the longest lines.
  const far = distantRatio;
  const close =
    sum('withinReach') === 0 ? far : (inside - far * (sum('learnerBytes') - sum('withinReach'))) / sum('withinReach');
  const lost = crowd > 1 ? (sum('withinReach') - sum('withinReachInRun')) * Math.max(0, far - close) : 0;
  const packed = (inside + lost) / share;
  if (plan.packaging === 'tar') return packed + (around / sum('servers')) * plan.servers;
  if (plan.compress === 'none') return sum('bytes') / share;
  if (plan.compress === 'gzip') return packed;
  const plain = plainShare(plan, sizesOf(sample));
  return plain * (sum('bytes') / share) + (1 - plain) * packed;
}

/** Bytes of the run by period. */
function sizesOf({ pools, share }: Sample): number[] {
  const sizes: number[] = [];
  for (const pool of pools)
    pool.sizes.forEach((bytes, period) => (sizes[period] = (sizes[period] ?? 0) + bytes / share));
  return Array.from(sizes, (bytes) => bytes ?? 0);
}

/** The share of the text that is not cut off yet when the run is over. */
function plainShare(plan: PackedPlan, sizes: readonly number[]): number {
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  const last = cutPeriods(plan, sizes).at(-1) ?? -1;
  return sum(sizes.slice(last + 1)) / Math.max(1, sum(sizes));
}

/** About how many files the logs of a run have that all servers write to. */
export function filesOf(plan: PackedPlan, sample: Sample): number {
  if (plan.packaging === 'tutor') return 1;
  if (plan.packaging === 'package') return plan.days * logsOf(plan).length;
  return 1 + cutPeriods(plan, sizesOf(sample)).length;
}
