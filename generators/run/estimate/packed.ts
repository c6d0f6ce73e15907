import { HOURLY } from '../../../src/spec/index.ts';
import { logsOf, type PackedPlan } from '../../simulation/plan.ts';
import { sumOver, type Sample } from './sample.ts';

/** What a tar takes for a member, beside its bytes: a header and, on average, half a block; and for its end. */
const MEMBER = 512 + 256;
const END = 1024;

const HOURS = 24;

/**
 * Bytes of all tars of a run, or of the files of its logs.
 *
 * A line packs to about half as many bytes where gzip finds the line before of the same learner as where it does not. The fuller
 * a file, the further apart these stand. So lines that will be out of reach in the run's files, but are not in the
 * sample's, are counted at what {@link DistantLines} pack to.
 */
export function packedBytesOf(plan: PackedPlan, { pools, split, share, distantRatio }: Sample): number {
  const sum = (what: Parameters<typeof sumOver>[1]) => sumOver(pools, what);
  const around = (END * sum('servers') + MEMBER * sum('files')) / sum('servers');
  const inside = sum('packedBytes') - around * sum('servers');
  const far = distantRatio * (sum('learnerBytes') / Math.max(1, sum('learnerLines')));
  const close =
    sum('withinReach') === 0 ? far : (inside - far * (sum('learnerLines') - sum('withinReach'))) / sum('withinReach');
  const lost = split > 1 ? (sum('withinReach') - sum('withinReachInRun')) * Math.max(0, far - close) : 0;
  const packed = (inside + lost) / share;
  if (plan.packaging === 'tar') return packed + around * plan.servers;
  if (plan.compress === 'none') return sum('bytes') / share;
  if (plan.compress === 'gzip') return packed;
  const plain = plainShare(filesOf(plan, sum('bytes') / share));
  return plain * (sum('bytes') / share) + (1 - plain) * packed;
}

/** The share of the text that is not cut off yet when the run is over: half of a file, if there are any. */
const plainShare = (files: number): number => (files === 1 ? 1 : 0.5 / files);

/** About how many files the logs of a run have that all servers write to. */
export function filesOf(plan: PackedPlan, bytes: number): number {
  if (plan.packaging === 'tutor') return 1;
  if (plan.packaging === 'package') return plan.days * logsOf(plan).length;
  const hours = plan.days * HOURS;
  const cuts = hours / Math.ceil((HOURLY.bytes * hours) / Math.max(1, bytes));
  return 1 + Math.round(cuts);
}
