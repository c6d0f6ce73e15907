import { hash } from '../../src/base/random/index.ts';
import type { Plan } from './plan.ts';

/** A number from above 0 to below 1, always the same for the same address. */
const draw = (seed: string, what: string, number: number): number => (hash(seed, what, number) + 0.5) / 2 ** 32;

/** Who takes which courses of a site: drawn from each person's own number, whoever else there is. */
export class Enrolments {
  readonly #seed: string;
  /** Shares of the courses as a running sum that ends with 1. */
  readonly #bounds: readonly number[];
  readonly #shares: readonly number[];
  readonly #addresses: readonly string[];
  readonly #fleets: readonly number[];
  readonly #second: number;
  readonly #further: number;

  constructor({ seed, offerings, site }: Plan) {
    const total = offerings.reduce((sum, { share }) => sum + share, 0);
    let sum = 0;
    this.#seed = seed;
    this.#shares = offerings.map(({ share }) => share);
    this.#bounds = this.#shares.map((share) => (sum += share) / total);
    this.#addresses = offerings.map(({ seed: own }) => `enrols ${own}`);
    this.#fleets = offerings.map(({ fleet }) => fleet);
    this.#second = site?.second ?? 0;
    this.#further = site?.further ?? 0;
  }

  /** The course that somebody is on the site for first of all, by index among the offerings. */
  home(number: number): number {
    if (this.#bounds.length === 1) return 0;
    const found = this.#bounds.findIndex((bound) => draw(this.#seed, 'home', number) < bound);
    return found < 0 ? this.#bounds.length - 1 : found;
  }

  /** Those that it takes beside, by index: none mostly, a few people many. The servers of its home answer for all. */
  others(number: number, home: number): number[] {
    const chance = this.#bounds.length === 1 ? 1 : draw(this.#seed, 'courses', number);
    if (chance >= this.#second) return [];
    const more = this.#further === 0 ? 1 : 1 + Math.floor(Math.log(chance / this.#second) / Math.log(this.#further));
    // The smallest of exponential numbers, each at the rate of its share, is drawn by share.
    const waits = [...this.#shares.keys()]
      .filter((index) => index !== home && this.#shares[index]! > 0 && this.#fleets[index] === this.#fleets[home])
      .map((index) => ({
        index,
        wait: -Math.log(draw(this.#seed, this.#addresses[index]!, number)) / this.#shares[index]!,
      }))
      .sort((a, b) => a.wait - b.wait);
    return waits.slice(0, more).map(({ index }) => index);
  }
}
