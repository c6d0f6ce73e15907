import type { PackedPlan } from '../../simulation/plan.ts';
import { sumOver, type Sample } from './sample.ts';

/** What a tar takes for a member, beside its bytes: a header and, on average, half a block; and for its end. */
const MEMBER = 512 + 256;
const END = 1024;

/**
 * Bytes of all tars of a run.
 *
 * A line packs to about half as many bytes where gzip finds the line before of the same learner as where it does not. The fuller
 * a daily file, the further apart these stand. So lines that will be out of reach in the run's files, but are not in the
 * sample's, are counted at what {@link DistantLines} pack to.
 */
export function packedBytesOf({ servers }: PackedPlan, { pools, split, share, distantRatio }: Sample): number {
  const sum = (what: Parameters<typeof sumOver>[1]) => sumOver(pools, what);
  const around = (END * sum('servers') + MEMBER * sum('files')) / sum('servers');
  const inside = sum('packedBytes') - around * sum('servers');
  const far = distantRatio * (sum('learnerBytes') / Math.max(1, sum('learnerLines')));
  const close =
    sum('withinReach') === 0 ? far : (inside - far * (sum('learnerLines') - sum('withinReach'))) / sum('withinReach');
  const lost = split === 1 ? 0 : (sum('withinReach') - sum('withinReachInRun')) * Math.max(0, far - close);
  return (inside + lost) / share + around * servers;
}
