import { onceFor } from '../../src/base/remember.ts';
import { homeServer } from '../learners/population.ts';
import { Enrolments } from './enrolments.ts';
import { poolCount, poolOf, serverCount, type Plan } from './plan.ts';

/** Learners' numbers, pool by pool, and where each pool's begin; one more says where the last ends. */
interface Partition {
  readonly numbers: Int32Array;
  readonly begins: Int32Array;
}

/** Tells a learner's pool: one of its home course's fleet. */
function pooling(plan: Plan): (number: number) => number {
  const { seed, servers, offerings, site } = plan;
  const fleets = site?.fleets;
  if (fleets === undefined) return (number) => poolOf(homeServer(seed, number, servers));
  const enrolments = new Enrolments(plan);
  const firsts = fleets.map((_, fleet) => fleets.slice(0, fleet).reduce((sum, { pools }) => sum + pools, 0));
  return (number) => {
    const { fleet } = offerings[enrolments.home(number)]!;
    return firsts[fleet]! + poolOf(homeServer(seed, number, serverCount(fleets[fleet]!.pools)));
  };
}

/** Sorts all learners by their pools: counts each pool's first, then puts them in place. */
const partitionOf = onceFor((plan: Plan): Partition => {
  const { users, servers } = plan;
  const poolOfLearner = pooling(plan);
  const begins = new Int32Array(poolCount(servers) + 1);
  for (let number = 1; number <= users; number += 1) begins[poolOfLearner(number) + 1]! += 1;
  for (let pool = 1; pool < begins.length; pool += 1) begins[pool]! += begins[pool - 1]!;
  const next = begins.slice();
  const numbers = new Int32Array(users);
  for (let number = 1; number <= users; number += 1) numbers[next[poolOfLearner(number)]!++] = number;
  return { numbers, begins };
});

/**
 * The numbers of a pool's learners, in their order. Those of all pools are found at once, when the first is asked for: to look
 * through all learners for each pool would take longer than the simulation where there are many of both.
 */
export function membersOf(plan: Plan, pool: number): Int32Array {
  const known = partitionOf(plan);
  return known.numbers.subarray(known.begins[pool], known.begins[pool + 1]);
}
