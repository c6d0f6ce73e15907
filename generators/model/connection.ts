/** How long browsers and servers take over what they do: by the person's connection and device, and by what servers have to do in an hour. */
import { below, chance, lognormal } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import { LONGEST_LATENCY } from './latency.ts';
import type { SessionContext } from './session-context.ts';

/** A page takes so many times as much from a far or poor connection as a single request, as logarithms: it is made of many (a choice). */
const REQUESTS = 2.6;
/** By how much devices of touch are slower, and those at the other side of the earth, as logarithms (choices). */
const TOUCH = 0.35;
const FAR = 0.5;
/** The hour of winter clocks where the servers stand: in the east of the United States. */
const SERVERS_OFFSET = -5;
/** Pages wait for more than servers, which the hour makes slower: so much of it is left. */
const OF_LOAD = 0.5;

/** So many microseconds after which a browser gives up what has not come. */
const LONGEST = 30 * SECOND;

/** Now and then something is lost on its way, and asked for again: it takes so many times as long (choices). */
const LOST = { chance: 0.003, mean: Math.log(4), sd: 0.7 };

/** How much slower somebody's pages load than most people's, now, as a difference of logarithms. */
function slowness({ learner, isTouch, load, behaviour }: SessionContext): number {
  const { distance, offset } = learner.home;
  const apart = Math.abs(offset - SERVERS_OFFSET);
  const far = FAR * (Math.min(apart, 24 - apart) / 12);
  return REQUESTS * distance + far + (isTouch ? TOUCH : 0) + OF_LOAD * behaviour.network.loadSd * load;
}

/**
 * How long a browser takes to load something, or to get a message to the server, in microseconds: a third to a half of how it differs is the
 * connection's and the device's, which are the same all through a visit.
 *
 * @param seconds that it takes with a good connection, by their median
 * @param sd of the logarithm, of one person
 */
export function loading(visit: SessionContext, seconds: number, sd = 0.5): number {
  const { networkRandom: random } = visit;
  const drawn = lognormal(random, Math.log(seconds) + slowness(visit), sd);
  const times = chance(random, LOST.chance) ? lognormal(random, LOST.mean, LOST.sd) : 1;
  return Math.round(below(LONGEST, SECOND * drawn * times));
}

/**
 * How long a server takes over something, in microseconds: longer in busy hours, whoever asks.
 *
 * @param cost of what is asked for, in standard deviations: of a problem that is marked, costOf
 */
export function serving(visit: SessionContext, seconds: number, sd = 0.4, cost = 0): number {
  const { networkRandom: random, load, behaviour } = visit;
  const { costSd, loadSd } = behaviour.network;
  return Math.round(SECOND * lognormal(random, Math.log(seconds) + loadSd * load + costSd * cost, sd));
}

/** Now and then a server stalls, for so many times as long (a choice). */
const STALLS = { chance: 0.004, mean: Math.log(6), sd: 0.7 };

/**
 * How long the server takes over a click, in microseconds: some .2 s (docs/realism.md, the server side of a click), longer when it is
 * busy, and a little from afar.
 *
 * @param cost of what is asked for: of a problem that is marked costOf
 */
export function latency(visit: SessionContext, seconds = 0.2, cost = 0): number {
  const { networkRandom: random, learner, load } = visit;
  const { costSd, loadSd } = visit.behaviour.network;
  const mean = Math.log(seconds) + learner.home.distance + loadSd * load + costSd * cost;
  const drawn = lognormal(random, mean, 0.35);
  const stalled = chance(random, STALLS.chance) ? lognormal(random, STALLS.mean, STALLS.sd) : 1;
  return Math.round(below(LONGEST_LATENCY, drawn * stalled * SECOND));
}

/** Of two messages that a browser sends at once, the second has come first so often (a choice). */
const OVERTAKES = 0.3;
/**
 * By how many microseconds the second of two messages comes after the first that a browser sends at once: mostly some milliseconds,
 * fewer than none where it overtakes, hundreds or thousands where the line is poor.
 */
export function together(visit: SessionContext): number {
  const apart = loading(visit, 0.006, 1.3);
  return chance(visit.networkRandom, OVERTAKES) ? -apart : apart;
}

/** So many microseconds lie between two requests that a page sends by turns without waiting for an answer. */
const BY_TURNS = 3000;

/** When the nth request of those arrives, from 0 on, in microseconds: each goes its own way, so that some overtake others. */
export const arrival = (visit: SessionContext, nth: number, seconds = 0.02): number =>
  nth * BY_TURNS + loading(visit, seconds, 0.8);

/**
 * When a click is told of, from so many microseconds from now on, and when the request comes that is sent at once, either of which may be first; nothing is
 * answered before both.
 */
export function clicked(visit: SessionContext, from = 0) {
  const apart = together(visit);
  const click = from + loading(visit, 0.025) - Math.min(0, apart);
  const asked = click + apart;
  return { click, asked, delay: Math.max(click, asked) };
}
