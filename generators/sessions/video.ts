import {
  chance,
  exponential,
  hashedNormal,
  hashedShare,
  lognormal,
  normal,
  uniform,
} from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Video } from '../course/course.ts';
import { RATES } from '../learners/population.ts';
import type { Activity } from '../model/activity.ts';
import { milliseconds, type Session } from '../model/session.ts';
import { begin } from './autoplay.ts';
import { hardSpot, type HardSpot } from './hard-spots.ts';
import { changeDelay, playerDelay, SHORTEST_RUN, slid } from './playing.ts';
import { seek, turnTo } from './seeking.ts';

/** Where somebody starts: mostly at the beginning, or a moment after it; some jump in. */
function startAt({ random, behaviour, learner }: Session, { seconds }: Video): number {
  if (!chance(random, learner.home.habits.chance('begins anywhere', behaviour.video.startsElsewhere))) return 0;
  const far = chance(random, 0.5) ? exponential(random, 2) : uniform(random, 0, 0.8 * seconds);
  return slid(Math.min(far, 0.9 * seconds));
}

/** By how many seconds somebody misses the place where it left off, where the player keeps none; few remember more (a choice). */
const RECALLS = { mean: -3, sd: 7 };

/** Seconds for which a page is left alone after its video. */
const ALONE = { mean: 6, sd: 1.2 };

/** How much more a video pleases than others, in standard deviations; the same for everybody. */
const appealOf = onceFor(({ key }: Video) => hashedNormal(key, 'appeal', 0));

/** How far into a video somebody means to get who begins at some seconds: most who stop, stop early. */
function stopAt({ random, behaviour }: Session, video: Video, from: number): number {
  const { seconds } = video;
  const { chance: usual, of, fall, most, appeal, early } = behaviour.video.finishes;
  const odds = 1 / Math.min(most, usual * (of / seconds) ** fall) - 1;
  const finishes = 1 / (1 + odds * Math.exp(-appeal * appealOf(video)));
  return chance(random, finishes) ? seconds : milliseconds(from + (seconds - from) * random() ** early);
}

/** Whether the author has set where a video ends, which the player tells as a pause; of any other it tells no end. */
const shareOf = onceFor(({ key }: Video) => hashedShare(key, 'ends by author', 0));
const hasEnd = (video: Video, share: number): boolean => shareOf(video) < share;

/** Whether somebody goes on after a pause elsewhere than where it stopped. */
const jumps = ({ random, behaviour: { video }, learner }: Session, spot: HardSpot | undefined): boolean =>
  chance(random, spot ? video.hardSpots.jumpsBack : learner.home.habits.chance('jumps', video.jumps));

/** Whoever seeks all the time pauses now and then all the same. */
const MOST_SEEKS = 0.75;

/** Seconds that a run must have for somebody to change its speed meanwhile. */
const LONG_ENOUGH = 4;

/** Plays a run whose speed is changed on the way: the player loads the video of that speed, and plays on. */
function* changeSpeed(visit: Session, video: Video, delay: number, from: number, to: number): Activity {
  const { networkRandom: random, platform, population } = visit;
  const before = RATES[visit.speed];
  const speed = population.speed(random);
  if (speed === visit.speed || to - from < LONG_ENOUGH) return yield delay + (to - from) / before;
  const at = milliseconds(uniform(random, from + 1, to - 1));
  yield delay + (at - from) / before;
  visit.speed = speed;
  const again = changeDelay(visit);
  platform.play(visit, video, at, { delay: again, seconds: to - at });
  yield again + (to - at) / RATES[speed];
}

/**
 * Watches a video: plays and pauses by turns, changing the speed and seeking while it is paused, or seeking while it plays.
 *
 * @param seconds until it is begun
 * @param meanwhile what may be done during a pause, such as the problem below the video; not given where somebody only listens, and does something else in
 *   another tab: then the page is not left while it plays
 * @returns whether the page was left while the video played
 */
export function* watch(visit: Session, video: Video, seconds: number, meanwhile?: () => Activity): Activity<boolean> {
  const { random, platform } = visit;
  const own = visit.learner.home.habits;
  const habits = visit.behaviour.video;
  const runSeconds = habits.runSeconds / own.factor('pauses');
  const { progress } = visit.learner;
  const left = progress.placeIn(video.id);
  const goesOn = left !== undefined && chance(random, own.chance('goes on with a video', habits.goesOn));
  const stop = stopAt(visit, video, goesOn ? left : 0);
  let at = goesOn ? left : startAt(visit, video);
  let ahead = yield* begin(visit, video, seconds, at);
  const place = platform.standsAt(visit, video);
  if (goesOn && place === undefined) ahead = slid(normal(visit.networkRandom, RECALLS.mean, RECALLS.sd));
  yield* turnTo(visit, video, place ?? 0, at);
  for (;;) {
    const short = lognormal(random, 0, 0.5);
    const far = Math.min(short + exponential(random, runSeconds), Math.max(stop - at, short / 2));
    let run = Math.max(SHORTEST_RUN, far);
    const hard = hardSpot(video, habits.hardSpots.every, at + 1, at + run);
    const spot = hard && chance(random, habits.hardSpots.stops) ? hard : undefined;
    // Whoever is lost notices it a little later.
    if (spot) run = Math.min(run, spot.at - at + exponential(random, habits.hardSpots.seconds));
    const reached = milliseconds(Math.min(at + run, video.seconds));
    const atEnd = reached >= milliseconds(video.seconds);
    const end = atEnd ? reached : Math.max(at, milliseconds(reached - visit.behind(visit.player)));
    // Of a run that has nearly played by itself nothing is left to play.
    const start = at + ahead;
    const from = start >= 0 && start < Math.min(end, reached - SHORTEST_RUN) ? start : at;
    ahead = 0;
    visit.actions -= 1;
    const delay = playerDelay(visit);
    platform.play(visit, video, from, { delay, seconds: at + run - from });
    const began = visit.now;
    if (
      platform.loadsBySpeed &&
      chance(visit.networkRandom, own.chance('changes the speed', habits.changesSpeedPlaying))
    )
      yield* changeSpeed(visit, video, delay, from, at + run);
    else yield delay + (at + run - from) / RATES[visit.speed];
    platform.watched(visit, video, began, from, end);
    const done = reached >= stop || visit.actions <= 0;
    const mayLeave = done && !atEnd && meanwhile !== undefined;
    if (mayLeave && chance(random, own.chance('leaves while playing', habits.leavesWhilePlaying))) return true;
    if (
      !done &&
      chance(
        random,
        Math.min(
          MOST_SEEKS,
          own.chance('seeks while playing', spot ? habits.hardSpots.seeks : habits.seeksWhilePlaying),
        ),
      )
    ) {
      at = yield* seek(visit, video, end, { spot, plays: true });
      continue;
    }
    if (atEnd) {
      progress.setPlaceIn(video.id, end, video.seconds);
      platform.end(visit, video, end, hasEnd(video, habits.endsByAuthor));
      if (chance(random, habits.leavesItPlaying)) yield visit.dwell(ALONE);
      yield visit.dwell(habits.pause);
      break;
    }
    visit.actions -= 1;
    platform.pause(visit, video, end);
    progress.setPlaceIn(video.id, end, video.seconds);
    if (done) {
      // What comes next is decided by now: whoever leaves the site lingers longest before it does, and whoever plays on does so soonest.
      yield visit.dwell(visit.actions <= 0 ? habits.lastPause.leaves : habits.lastPause.movesOn);
      break;
    }
    yield visit.dwell(habits.pause);
    if (meanwhile) yield* meanwhile();
    if (chance(random, own.chance('changes the speed', habits.changesSpeed))) {
      visit.speed = visit.population.speed(random);
      // Players keep a speed that was chosen while they stood.
      visit.learner.home.speed = visit.speed;
    }
    if (jumps(visit, spot)) at = yield* seek(visit, video, end, { spot, plays: false });
    else {
      at = end;
      yield* turnTo(visit, video, end, at);
    }
  }
  progress.watched.add(video.id);
  return false;
}
