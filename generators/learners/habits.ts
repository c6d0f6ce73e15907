/** Habits: what somebody does more often or less than others do, in whatever course and sitting. */
import { hashedNormal } from '../../src/base/random/index.ts';

export type Habit =
  | 'asks for answers'
  | 'begins anywhere'
  | 'changes the device'
  | 'changes the speed'
  | 'checks again'
  | 'clicks tabs'
  | 'goes back'
  | 'goes on with a video'
  | 'jumps'
  | 'jumps back'
  | 'leaves tabs open'
  | 'leaves while playing'
  | 'listens'
  | 'long jumps'
  | 'looks on'
  | 'looks up in tabs'
  | 'looks things up'
  | 'moves on'
  | 'pauses'
  | 'reads transcripts'
  | 'saves'
  | 'seeks while playing'
  | 'sends again'
  | 'sets bookmarks'
  | 'takes the other device'
  | 'turns to any page'
  | 'turns back pages'
  | 'wanders'
  | 'watches again'
  | 'writes in the forum';

/** In some things people differ by so many times as much: most write next to nothing, and a few a lot (a choice; docs/realism.md, who posts). */
const WIDER: Partial<Record<Habit, number>> = { 'writes in the forum': 2.5 };

/** Nobody does a thing always, or never, because of a habit. */
const MOST = 0.95;

/** The habits of one person, each drawn when it is first asked for. */
export class Habits {
  readonly #seed: string;
  readonly #number: number;
  readonly #sd: number;
  /** A map: an object with keys that come in any order takes a hundredth of a run. */
  readonly #factors = new Map<Habit, number>();

  /** @param sd standard deviation between people of the logarithm of how often */
  constructor(seed: string, number: number, sd: number) {
    this.#seed = seed;
    this.#number = number;
    this.#sd = sd;
  }

  /** How many times as often as people on average somebody does something. */
  factor(habit: Habit): number {
    const known = this.#factors.get(habit);
    if (known !== undefined) return known;
    const drawn = this.#drawn(habit);
    this.#factors.set(habit, drawn);
    return drawn;
  }

  /** Those that it had occasion for, in the order of the alphabet, as factors. */
  get shown(): [Habit, number][] {
    return [...this.#factors].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  /** The chance that somebody does something, of that which people have on average; of what most do, they differ in how often they do not. */
  chance(habit: Habit, average: number): number {
    const factor = this.factor(habit);
    if (average > 0.5) return average === 1 ? 1 : 1 - Math.min(MOST, (1 - average) * factor);
    return Math.min(MOST, average * factor);
  }

  #drawn(habit: Habit): number {
    const sd = this.#sd * (WIDER[habit] ?? 1);
    return Math.exp(sd * hashedNormal(this.#seed, habit, this.#number) - sd ** 2 / 2);
  }
}
