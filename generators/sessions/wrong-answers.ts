import { hash, hashedShare, type Stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';

/**
 * How much of all wrong answers the commonest draws, from least to most by input, and the next of what is left, likewise; the others share the
 * rest (choices: one or two misconceptions draw half of all, of some inputs nearly all). Which they are follows from the input, so that all
 * who are wrong are wrong in the same way.
 */
const FIRST = { least: 0.22, most: 0.8 };
const SECOND = { least: 0.1, most: 0.6 };

const within = ({ least, most }: typeof FIRST, share: number): number => least + (most - least) * share;

/** Places of the wrong answers to an input, from the commonest misconception on, then the others. */
export function misconceptions({ key }: Pick<Input, 'key'>, count: number): readonly [first: number, second: number] {
  const first = hash(key, 'misconception', 1) % count;
  const second = (first + 1 + (hash(key, 'misconception', 2) % Math.max(1, count - 1))) % count;
  return [first, second];
}

/** One of so many wrong answers, by its place. */
export function wrongPlace(random: Stream, input: Pick<Input, 'key'>, count: number): number {
  const [first, second] = misconceptions(input, count);
  const commonest = within(FIRST, hashedShare(input.key, 'misconception', 3));
  const next = (1 - commonest) * within(SECOND, hashedShare(input.key, 'misconception', 4));
  const draw = random();
  if (draw < commonest) return first;
  if (draw < commonest + next) return second;
  return Math.min(count - 1, Math.floor(((draw - commonest - next) / (1 - commonest - next)) * count));
}
