/** Habits: what somebody does more often or less than others do, in whatever course and sitting. */
import { hashedNormal } from '../../src/base/random/index.ts';

export type Habit =
  | 'asks for answers'
  | 'begins anywhere'
  | 'changes the device'
  | 'changes the speed'
  | 'checks again'
  | 'clicks tabs'
  | 'gives up'
  | 'glances at marks'
  | 'goes back'
  | 'goes on with a video'
  | 'jumps'
  | 'jumps back'
  | 'leaves tabs open'
  | 'leaves while playing'
  | 'listens'
  | 'logs out'
  | 'long jumps'
  | 'looks on'
  | 'looks up in tabs'
  | 'looks things up'
  | 'moves on'
  | 'opens chapters'
  | 'pauses'
  | 'reads the news'
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

/**
 * In some things people differ by so many times as much: most write next to nothing, and a few a lot (a choice; docs/realism.md, who posts), and some never
 * let go of a problem (a choice).
 */
const WIDER: Partial<Record<Habit, number>> = { 'gives up': 2, 'writes in the forum': 2.5 };

/**
 * In some things most people are of one mind: a bookmark leads to where it leads, and few log out who do not always do so. Their log-odds differ by so many
 * times as much as the logarithms of other habits (a choice).
 */
const FIRM: Partial<Record<Habit, number>> = { 'logs out': 4, 'opens chapters': 2.5, 'reads the news': 2.5 };

/** How much a variance of people's log-odds draws the mean of their chances towards one half. */
const DRAWS_IN = 1 / 2.9;

/**
 * The chance of somebody whose log-odds are so many standard deviations above those of most: near enough, the mean of people's chances is the average.
 *
 * @param sd standard deviation of log-odds between people
 */
export function ownChance(average: number, sd: number, deviation: number): number {
  const middle = Math.log(average / (1 - average)) * Math.sqrt(1 + DRAWS_IN * sd ** 2);
  return 1 / (1 + Math.exp(-middle - sd * deviation));
}

/** Nobody does any other thing always, or never, because of a habit. */
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
    const firm = FIRM[habit];
    if (firm !== undefined) return this.#firmly(habit, average, firm * this.#sd);
    const factor = this.factor(habit);
    if (average > 0.5) return average === 1 ? 1 : 1 - Math.min(MOST, (1 - average) * factor);
    return Math.min(MOST, average * factor);
  }

  #firmly(habit: Habit, average: number, sd: number): number {
    const own = ownChance(average, sd, hashedNormal(this.#seed, habit, this.#number));
    if (!this.#factors.has(habit)) this.#factors.set(habit, average > 0 ? own / average : 1);
    return own;
  }

  #drawn(habit: Habit): number {
    const sd = this.#sd * (WIDER[habit] ?? 1);
    return Math.exp(sd * hashedNormal(this.#seed, habit, this.#number) - sd ** 2 / 2);
  }
}
