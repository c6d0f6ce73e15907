import { hash, type Stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';

/**
 * How likely each wrong answer of an input is, of so many: one or two misconceptions draw half of all, the others share the rest.
 * Which they are follows from the input, so that all who are wrong are wrong in the same way.
 */
const SHARES = { first: 0.42, second: 0.2 };

/** Places of the wrong answers to an input, from the commonest misconception on, then the others. */
export function misconceptions({ key }: Pick<Input, 'key'>, count: number): readonly [first: number, second: number] {
  const first = hash(key, 'misconception', 1) % count;
  const second = (first + 1 + (hash(key, 'misconception', 2) % Math.max(1, count - 1))) % count;
  return [first, second];
}

/** One of so many wrong answers, by its place. */
export function wrongPlace(random: Stream, input: Pick<Input, 'key'>, count: number): number {
  const [first, second] = misconceptions(input, count);
  const draw = random();
  if (draw < SHARES.first) return first;
  if (draw < SHARES.first + SHARES.second) return second;
  return Math.min(
    count - 1,
    Math.floor(((draw - SHARES.first - SHARES.second) / (1 - SHARES.first - SHARES.second)) * count),
  );
}
