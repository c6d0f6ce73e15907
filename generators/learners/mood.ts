/** How much somebody is in for a course: that rises and falls over days and weeks, so that busy days follow busy ones and idle ones idle ones. */
import { interpolate } from '../../src/base/interpolate.ts';
import { hashedNormal, hashedShare } from '../../src/base/random/index.ts';

/** Days from one turn of a mood to the next; between them it goes straight. */
const TURNS = 8;

/** More turns than any run has. */
const MOST_TURNS = 2 ** 14;

/** To a variance of 1 on average: halfway between two turns that of a mood is half as great as at one. */
const SCALE = Math.sqrt(3 / 2);

/**
 * Somebody's mood: near-normal, of mean 0 and standard deviation 1, and always the same at the same time.
 *
 * @param seed of the course
 * @param day since 1970, with its fraction
 */
export function moodOf(seed: string, number: number, day: number): number {
  const at = day / TURNS + hashedShare(seed, 'mood turns', number);
  return SCALE * interpolate(at, (turn) => hashedNormal(seed, 'mood', number * MOST_TURNS + turn));
}
