/** How somebody comes to look at another page than the one in front, in a tab beside it. */
import { chance, hashedNormal, hashedShare, lognormal, type Stream } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { SessionContext } from '../model/session-context.ts';

/** By how much people differ in how often they look round: standard deviation of the logarithm (a choice). */
const CURIOSITY = 0.8;

/** Seconds, logarithms' mean and deviation (choices): until somebody wants it, until a hand is at it, and with what has come. */
const WANTS = { mean: Math.log(45), sd: 1.5 };
const HAND = { mean: Math.log(1.6), sd: 0.8 };
const LOOKS = { mean: Math.log(7), sd: 0.9 };

/** So often somebody looks at one of so many things that it has come to look at, at the first of them most of all (choices). */
const USUAL = { share: 0.8, count: 3 };

/** How many times as often as people on average somebody looks round. */
export const curiosity = ({ population: { seed }, learner }: SessionContext): number =>
  Math.exp(CURIOSITY * hashedNormal(seed, 'curiosity', learner.number) - CURIOSITY ** 2 / 2);

/** A stream that sets where somebody looks: by its own ways mostly, which are on average as those of all are. */
export function ownWay({
  networkRandom: random,
  population: { seed },
  learner,
}: Pick<SessionContext, 'networkRandom' | 'population' | 'learner'>): Stream {
  if (!chance(random, USUAL.share)) return random;
  const way = learner.number * USUAL.count + Math.floor(USUAL.count * random() ** 2);
  return () => hashedShare(seed, 'ways', way);
}

/** Seconds until a hand is at it. */
export const hand = (random: Stream): number => lognormal(random, HAND.mean, HAND.sd);

/** Seconds for which somebody looks at what has come. */
export const look = (random: Stream): number => lognormal(random, LOOKS.mean, LOOKS.sd);

/**
 * A page comes after so many microseconds, and makes somebody want to look at another one, in another tab.
 *
 * @param open asks for the other page, so many microseconds from then, which so many more are left for
 */
export function wantsToLook(
  visit: SessionContext,
  random: Stream,
  delay: number,
  open: (delay: number, left: number) => void,
): void {
  looksFrom(visit, random, visit.now + delay + SECOND * lognormal(random, WANTS.mean, WANTS.sd), open);
}

/** Somebody does something in another tab from a time on, microseconds since 1970, as soon as nothing keeps it from that for as long as that takes. */
export function looksFrom(
  visit: SessionContext,
  random: Stream,
  wanted: number,
  open: (delay: number, left: number) => void,
): void {
  visit.beside = (seconds) => {
    const { now } = visit;
    const end = now + seconds * SECOND;
    if (wanted >= end) return;
    const begins = Math.max(wanted, Math.max(now, visit.answered, visit.reading) + SECOND * hand(random));
    if (begins + SECOND * look(random) > end) return;
    visit.beside = undefined;
    open(Math.round(begins - now), end - begins);
  };
}
