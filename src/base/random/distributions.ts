import { hash, type Stream } from './stream.ts';

/** True with a probability. */
export const chance = (random: Stream, probability: number): boolean => random() < probability;

/** A whole number from `low` to `high`, both included. */
export const integer = (random: Stream, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of the items, all alike. */
export const pick = <T>(random: Stream, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

/** A number between two bounds. */
export const uniform = (random: Stream, low: number, high: number): number => low + random() * (high - low);

/** The number below which a share of a logistic distribution lies, which is near enough to a normal one of mean 0 and sd 1: it spends no draws. */
export const nearNormal = (share: number): number => Math.log(share / (1 - share)) / 1.7;

/** The share, from 0 to below 1, that an address hashes to: for what is always the same of somebody or something. */
export const hashedShare = (seed: string, word: string, number: number): number => hash(seed, word, number) / 2 ** 32;

/** A near-normal number, likewise. */
export const hashedNormal = (seed: string, word: string, number: number): number =>
  nearNormal((hash(seed, word, number) + 0.5) / 2 ** 32);

/** A normal number (Box and Muller's method; always two draws). */
export function normal(random: Stream, mean: number, sd: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + sd * radius * Math.cos(2 * Math.PI * random());
}

/** A number whose logarithm is normal. */
export const lognormal = (random: Stream, mean: number, sd: number): number => Math.exp(normal(random, mean, sd));

/** What was drawn, kept below a bound: what lies beyond is turned back, so that no two draws come to lie on the bound itself. */
export const below = (most: number, drawn: number): number => (drawn < most ? drawn : most * (most / drawn));

/** An exponential waiting time. */
export const exponential = (random: Stream, mean: number): number => -mean * Math.log(1 - random());

/** A Weibull number: exponential for shape 1, with a heavier tail below. */
export const weibull = (random: Stream, shape: number, scale: number): number =>
  scale * (-Math.log(1 - random())) ** (1 / shape);

/** How many tries it takes, from 1 on, when each succeeds with a probability. */
export const geometric = (random: Stream, probability: number): number =>
  1 + Math.floor(Math.log(1 - random()) / Math.log(1 - probability));

/**
 * A rank from 0 to below `count`: each as often as in inverse proportion to its place from 1 (Zipf's law).
 *
 * @param evenness 1; more of it spreads draws towards later ranks
 */
export const ranked = (random: Stream, count: number, evenness = 1): number =>
  Math.floor((count + 1) ** (random() ** (1 / evenness))) - 1;

/** A choice among items by weight, made ready for many draws. */
export function weighted<T>(items: readonly (readonly [item: T, weight: number])[]): (random: Stream) => T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const bounds = items.map(([, weight]) => (sum += weight) / total);
  return (random) => {
    const draw = random();
    const index = bounds.findIndex((bound) => draw < bound);
    return items[index < 0 ? items.length - 1 : index]![0];
  };
}

/** An index by weights that are few: one draw. */
export function place(random: Stream, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}
