/**
 * Essays that people have handed in, for others to grade. Nobody's lines may depend on who else is there beyond: everybody is dealt those of lower
 * numbers, and knows of what such people have graded.
 */
import { hash, hashedNormal, pick, type Stream } from '../../src/base/random/index.ts';
import type { Task } from '../course/course.ts';
import type { Submission } from '../learners/progress.ts';
import { FOUND_AFTER } from './lower-numbers.ts';
import type { SessionContext } from './session-context.ts';

/** An essay, and whom it was dealt to. */
interface Essay extends Submission {
  readonly graders: number[];
}

/** Peers that an essay is dealt to, each as often as another: three, now and then one more or fewer (a choice about the platform's default). */
const PEERS = [2, 3, 3, 3, 3, 3, 3, 4];

/** An essay is dealt to whoever comes next above its author mostly: one of so many, and none that is further away than so many (choices). */
const NEAR = 4;
const FAR = 60;

/** How good somebody's essay is, from 0 to 1, by whose it is: graders see it, and the score is what they make of it. */
export function qualityOf({ population, behaviour }: SessionContext, { key }: Task, number: number): number {
  const { mean, sd } = behaviour.grading.quality;
  return Math.min(1, Math.max(0, mean + sd * hashedNormal(population.seed, key, number)));
}

/** Is told the lowest number whose essay, or grading, makes a difference to what somebody is dealt. */
type Looks = (lowest: number) => void;

/** How many of some numbers in their order are lower than another one. */
function placeOf(numbered: readonly { readonly number: number }[], number: number): number {
  let [low, high] = [0, numbered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbered[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The essays of a course in a pool. In memory is of each a number, a time and the numbers of its graders. */
export class HandedIn {
  /** By the task's location; each task's by number. */
  readonly #essays = new Map<string, Essay[]>();
  /** Numbers of staff who grade. */
  readonly #staff = new Set<number>();

  put({ location }: Task, number: number, time: number): void {
    let essays = this.#essays.get(location);
    if (!essays) this.#essays.set(location, (essays = []));
    essays.splice(placeOf(essays, number), 0, { number, time, graders: [] });
  }

  /**
   * Deals an essay to a peer of its author.
   *
   * @param number the peer's
   * @param now microseconds since 1970
   * @param before authors whose essays it was dealt
   * @param looks is told the lowest number whose essay would have made a difference
   * @returns undefined where no essay is left that waits for graders
   */
  dealToPeer(
    { location, key }: Task,
    number: number,
    now: number,
    before: Set<number>,
    random: Stream,
    looks: Looks = () => {},
  ): Submission | undefined {
    const essays = this.#essays.get(location) ?? [];
    const near: Essay[] = [];
    const end = placeOf(essays, number);
    let lowest = 0;
    for (let index = end - 1; index >= Math.max(0, end - FAR) && near.length < NEAR; index -= 1) {
      const essay = essays[index]!;
      lowest = essay.number;
      if (essay.time + FOUND_AFTER > now || before.has(essay.number)) continue;
      const graders = essay.graders.filter((grader) => grader < number).length;
      if (graders < PEERS[hash(key, 'peers', essay.number) % PEERS.length]!) near.push(essay);
    }
    looks(near.length < NEAR && end <= FAR ? 0 : lowest);
    return near.length === 0 ? undefined : deal(pick(random, near), number, before);
  }

  /** Somebody of staff is there, who grades. */
  join(number: number): void {
    this.#staff.add(number);
  }

  /** Deals an essay likewise to somebody of staff: the first of its own, which are those above the next lower number of staff. */
  dealToStaff(
    { location }: Task,
    number: number,
    now: number,
    before: Set<number>,
    looks: Looks = () => {},
  ): Submission | undefined {
    const essays = this.#essays.get(location) ?? [];
    const others = Math.max(-1, ...[...this.#staff].filter((staff) => staff < number));
    looks(others);
    let first: Essay | undefined;
    for (let index = placeOf(essays, number) - 1; index >= 0 && essays[index]!.number > others; index -= 1) {
      const essay = essays[index]!;
      if (essay.time + FOUND_AFTER > now || before.has(essay.number)) continue;
      if (first === undefined || essay.time < first.time) first = essay;
    }
    return first && deal(first, number, before);
  }
}

function deal(essay: Essay, grader: number, before: Set<number>): Submission {
  essay.graders.push(grader);
  before.add(essay.number);
  return essay;
}
