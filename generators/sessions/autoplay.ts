/** Videos that start by themselves: on the platform of 2013 the first of an element does, as soon as the player is ready, unless the device is one of touch. */
import { chance, hashedShare, lognormal } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Video } from '../course/course.ts';
import { loading } from '../model/connection.ts';
import type { Activity } from '../model/activity.ts';
import { silence, type Session } from '../model/session.ts';

/** Seconds until a player is ready, mostly 1 to 4 after its element is shown: before it asks for the video, and, by their median and the logarithm's deviation, until that has come. */
const READY = { least: 0.6, median: 1.05, sd: 0.4 };

/** Seconds until somebody notices what it has not asked for, and stops it. */
const NOTICES = { mean: 1.1, sd: 0.7 };

/** Seconds from then on until it does something else, at least. */
const HAND = { mean: -0.7, sd: 0.4 };

/** What would start less than so many seconds before a click goes unseen. */
const LEAST = 0.1;

/** How often somebody who is not ready lets play what has started by itself: most nearly always or hardly ever (an arcsine distribution, a choice). */
const letsPlay = ({ population: { seed }, learner: { number } }: Session): number =>
  (1 - Math.cos(Math.PI * hashedShare(seed, 'lets play', number))) / 2;

/** Seconds from now until the player of what was just shown is ready. */
function readyIn(visit: Session): number {
  const { answered, now } = visit;
  return Math.max(0, (answered - now) / SECOND) + READY.least + loading(visit, READY.median, READY.sd) / SECOND;
}

/** The video in front plays by itself. */
function playAlone(visit: Session, video: Video): void {
  visit.tab.alone = { video, began: visit.now, speed: visit.speed };
  visit.platform.play(visit, video, 0, { delay: 0, seconds: video.seconds }, true);
}

/** Stops what plays by itself; gives where. */
function stopAlone(visit: Session, video: Video): number {
  const { speed } = visit;
  visit.speed = visit.tab.alone!.speed;
  const at = silence(visit);
  visit.platform.pause(visit, video, at);
  visit.speed = speed;
  return at;
}

/**
 * Begins to watch a video so many seconds from now. It may play already by then: who wanted that leaves it to itself, who is not ready stops it, and
 * who begins elsewhere goes on from there.
 *
 * @param at where somebody means to begin, in seconds
 * @returns how many seconds of it have played by themselves, which need not be played again
 */
export function* begin(visit: Session, video: Video, seconds: number, at: number): Activity<number> {
  if (!visit.platform.playsByItself(visit)) {
    yield seconds;
    return 0;
  }
  const ready = readyIn(visit);
  const noticed = ready + lognormal(visit.networkRandom, NOTICES.mean, NOTICES.sd);
  yield ready;
  const isInTime = seconds <= noticed + lognormal(visit.networkRandom, HAND.mean, HAND.sd);
  if (at === 0 && (isInTime || chance(visit.networkRandom, letsPlay(visit)))) return 0;
  playAlone(visit, video);
  yield noticed - ready;
  if (isInTime) {
    silence(visit);
    return 0;
  }
  const played = stopAlone(visit, video);
  yield seconds - noticed;
  return at === 0 ? played : 0;
}

/** Turns to something else where a video plays that nobody has asked for: mostly that is stopped first. */
export function* turnFrom(visit: Session): Activity {
  if (!visit.tab.alone || !chance(visit.networkRandom, visit.behaviour.video.stopsUnasked)) return;
  yield lognormal(visit.networkRandom, NOTICES.mean - 1, NOTICES.sd);
  stopAlone(visit, visit.tab.alone.video);
}

/** Spends so many seconds on what is shown without watching its video, if it has one. */
export function* ignore(visit: Session, video: Video | undefined, seconds: number): Activity {
  if (video === undefined || !visit.platform.playsByItself(visit)) return yield seconds;
  const ready = readyIn(visit);
  if (seconds <= ready + LEAST) return yield seconds;
  const { networkRandom: random, behaviour } = visit;
  yield ready;
  playAlone(visit, video);
  const noticed = ready + lognormal(random, NOTICES.mean, NOTICES.sd);
  const free = noticed + lognormal(random, HAND.mean, HAND.sd);
  if (free >= seconds || !chance(random, behaviour.video.stopsUnasked)) return yield seconds - ready;
  yield noticed - ready;
  stopAlone(visit, video);
  yield seconds - noticed;
}
