/** The rhythm that people have of their own in a course without deadlines: nobody else sets one. */
import { chance, hash, hashedNormal, hashedShare, lognormal, type Stream } from '../../src/base/random/index.ts';
import type { Behaviour } from './behaviour.ts';
import { weekdayOf } from './clocks.ts';
import type { Learner } from './learner.ts';

/** Days of the week that are kept; days in a row and then a while without; one day after the other until it is done. */
export type Rhythm = 'days' | 'bursts' | 'rush';

/** Of whoever keeps days of the week, the most of them. */
const MOST_DAYS = 3;

const DAYS_OF_WEEK = 7;

/** Nobody stays away longer for missing days that it keeps. */
const MOST_MISSED = 70;

/** The rhythm that a person keeps to in a course, always the same; undefined of whoever comes now and then. */
export function rhythmOf(seed: string, { number, devotion }: Learner, behaviour: Behaviour): Rhythm | undefined {
  if (devotion > 0) return undefined;
  const { days, bursts, rush } = behaviour.ownPace;
  const draw = hashedShare(seed, 'rhythm', number);
  if (draw < days.share) return 'days';
  if (draw < days.share + bursts.share) return 'bursts';
  return draw < days.share + bursts.share + rush.share ? 'rush' : undefined;
}

/** Whether somebody keeps a day of the week. */
function keeps(seed: string, number: number, weekday: number): boolean {
  const first = hash(seed, 'keeps', number);
  const many = 1 + (Math.floor(first / DAYS_OF_WEEK) % MOST_DAYS);
  // Days that lie apart, mostly: two days on, and round the week.
  return Array.from({ length: many }, (_, which) => (first + 2 * which) % DAYS_OF_WEEK).includes(weekday);
}

/**
 * Days until somebody comes again by a rhythm of its own.
 *
 * @param today since 1970, by its clock
 * @param comes how likely a day is, from 0 to 1, to one that is nothing special
 */
export function daysUntilNext(
  random: Stream,
  rhythm: Rhythm,
  behaviour: Behaviour,
  {
    seed,
    number,
    today,
    comes,
  }: {
    readonly seed: string;
    readonly number: number;
    readonly today: number;
    readonly comes: (day: number) => number;
  },
): number {
  const { days, bursts, rush, lapses } = behaviour.ownPace;
  const lapse = chance(random, lapses.share) ? Math.floor(lognormal(random, lapses.days.mean, lapses.days.sd)) : 0;
  if (rhythm === 'rush') return lapse + (chance(random, rush.nextDay) ? 1 : 2);
  if (rhythm === 'bursts') {
    const { mean, sd } = bursts.away;
    return lapse + (chance(random, bursts.goesOn) ? 1 : 2 + Math.floor(lognormal(random, mean, sd)));
  }
  let gap = 1 + lapse;
  const misses = (day: number): boolean =>
    !keeps(seed, number, weekdayOf(day)) || !chance(random, (1 - days.misses) * comes(day));
  while (gap < lapse + MOST_MISSED && misses(today + gap)) gap += 1;
  return gap;
}

/** How many sequences somebody goes through at a sitting before it has enough, drawn anew for each; infinite for who rushes. */
export function portion(random: Stream, seed: string, learner: Learner, behaviour: Behaviour): number {
  const { mean, sd, sittingSd } = behaviour.ownPace.portion;
  if (learner.devotion > 0 || rhythmOf(seed, learner, behaviour) === 'rush') return Infinity;
  const own = mean + sd * hashedNormal(seed, 'portion', learner.number);
  return Math.max(1, Math.round(lognormal(random, own, sittingSd)));
}
