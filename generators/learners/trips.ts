/** Journeys: some days that somebody spends away from home, in its own country or another. */
import { chance, hash, hashedNormal, type Stream } from '../../src/base/random/index.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { localTime, type Clock } from './clocks.ts';

/** Somebody sets out on one journey at most in so many days. */
const SPAN = 60;

/** When a day begins for who travels, after midnight: hardly anybody is at a computer then. */
const MORNING = 4 * HOUR;

/** The share of journeys that lead to another country, or may: choice. */
const ABROAD = 0.5;

/** How often and how long people travel, as a behaviour says. */
interface Travel {
  readonly trips: number;
  readonly tripDays: { readonly mean: number; readonly sd: number };
}

/**
 * The journey that somebody is on.
 *
 * @param number of the learner
 * @param time microseconds since 1970
 * @returns a number that names it; undefined for who is not away
 */
export function tripAt(
  seed: string,
  number: number,
  { trips, tripDays }: Travel,
  clock: Clock,
  time: number,
): number | undefined {
  if (trips === 0) return undefined;
  const today = Math.floor((localTime(clock, time) - MORNING) / DAY);
  const span = Math.floor(today / SPAN);
  // One that began before may last until now, and comes first: nobody breaks off a journey for another.
  for (const index of [span - 1, span]) {
    const drawn = hash(seed, `trip ${index}`, number) / 2 ** 32;
    if (drawn >= trips) continue;
    const first = index * SPAN + Math.floor((drawn / trips) * SPAN);
    const days = Math.exp(tripDays.mean + tripDays.sd * hashedNormal(seed, `trip ${index} days`, number));
    if (today >= first && today < first + Math.ceil(days)) return index;
  }
  return undefined;
}

/** Where a journey leads, of the countries that people come from: home, or anywhere. */
export const destination = <T>(random: Stream, home: T, anywhere: (random: Stream) => T): T =>
  chance(random, ABROAD) ? anywhere(random) : home;
