import { integer, type Stream } from '../../../src/base/random/index.ts';

/** Beyond the limits of parsers that have one (Go's and jq's are 10,000) and the stacks of many that have none. */
const DEPTH = [12_000, 25_000] as const;

/** Arrays within arrays, thousands deep. */
export function deepArrays(random: Stream): string {
  const depth = integer(random, ...DEPTH);
  return '['.repeat(depth) + ']'.repeat(depth);
}
