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
import type { SeekBy } from '../model/platform.ts';
import type { Activity } from '../model/activity.ts';
import { milliseconds, type Session } from '../model/session.ts';
import { begin } from './autoplay.ts';
import { cueAt } from './cues.ts';

/** Seconds from the log of a play until the player moves: mostly hardly any, now and then it stutters. */
const PLAYER = { mean: -3, sd: 1 };
const playerDelay = ({ random }: Session): number =>
  chance(random, 0.05) ? lognormal(random, 0.9, 0.8) : lognormal(random, PLAYER.mean, PLAYER.sd);

/** The slider gives whole seconds. */
const slid = Math.floor;

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

/** Numbers from 0 to 1, the same for the same video: its hard spots lie so far into equal parts of it. Hashes of ids are slow. */
const offsets = new WeakMap<Video, readonly number[]>();

function offsetsOf(video: Video, count: number): readonly number[] {
  const known = offsets.get(video);
  if (known && known.length >= count) return known;
  const made = Array.from({ length: count }, (_, index) => hashedShare(video.key, 'hard', index));
  offsets.set(video, made);
  return made;
}

/** The first position between two where a video is hard to follow, in seconds; the same positions for everybody. */
function hardSpot(video: Video, every: number, from: number, to: number): number | undefined {
  const count = Math.round(video.seconds / every);
  const far = offsetsOf(video, count);
  for (let index = 0; index < count; index += 1) {
    const spot = (video.seconds * (index + far[index]!)) / count;
    if (spot > from && spot < to) return spot;
  }
  return undefined;
}

/** The shortest jump, in seconds: a hand at the slider cannot do less. */
const SHORTEST_JUMP = 1;

/** Whether the author has set where a video ends, which the player tells as a pause; of any other it tells no end. */
const hasEnd = (video: Video, share: number): boolean => offsetsOf(video, 1)[0]! < share;

/** Where to go on after a pause: mostly where it stopped, else somewhere else. */
function resumeAt(visit: Session, video: Video, at: number, isHard: boolean): Turn {
  const { jumps, hardSpots: hard } = visit.behaviour.video;
  const { habits } = visit.learner.home;
  return chance(visit.random, isHard ? hard.jumpsBack : habits.chance('jumps', jumps))
    ? seekFrom(visit, video, at, isHard)
    : { to: at, by: 'slider' };
}

/** Where a player is turned to, in seconds, and by what. */
interface Turn {
  readonly to: number;
  readonly by: SeekBy;
}

/** Where a jump leads: back or forward; back from a hard spot. */
function seekFrom({ random, behaviour, learner, player }: Session, video: Video, at: number, isHard: boolean): Turn {
  const { jumpsBack, jumpSeconds, seeksByCaption } = behaviour.video;
  const { habits } = learner.home;
  const far = SHORTEST_JUMP + exponential(random, jumpSeconds);
  const aim = isHard || chance(random, habits.chance('jumps back', jumpsBack)) ? at - far : at + far;
  const last = video.seconds * (1 - 0.05 * random());
  const byCaption = chance(player, habits.chance('reads transcripts', seeksByCaption));
  const within = (seconds: number): number => {
    const inside = Math.min(Math.max(0, seconds), last);
    return byCaption ? cueAt(video, inside) : slid(inside);
  };
  const to = within(aim);
  // At either end there is no way but the other.
  return { to: Math.abs(to - at) < SHORTEST_JUMP ? within(2 * at - aim) : to, by: byCaption ? 'caption' : 'slider' };
}

function* turnTo(visit: Session, video: Video, from: number, { to, by }: Turn): Activity {
  const seconds = visit.platform.turnTo(visit, video, from, to, by);
  if (seconds > 0) yield seconds;
}

/** Seconds that anything plays at least: no hand is faster. */
const SHORTEST_RUN = 0.25;

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
  const again = lognormal(random, PLAYER.mean, PLAYER.sd);
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
  yield* turnTo(visit, video, place ?? 0, { to: at, by: 'slider' });
  for (;;) {
    const short = lognormal(random, 0, 0.5);
    const far = Math.min(short + exponential(random, runSeconds), Math.max(stop - at, short / 2));
    let run = Math.max(SHORTEST_RUN, far);
    const spot = hardSpot(video, habits.hardSpots.every, at + 1, at + run);
    const isHard = spot !== undefined && chance(random, habits.hardSpots.stops);
    // Whoever is lost notices it a little later.
    if (isHard) run = Math.min(run, spot - at + exponential(random, habits.hardSpots.seconds));
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
          own.chance('seeks while playing', isHard ? habits.hardSpots.seeks : habits.seeksWhilePlaying),
        ),
      )
    ) {
      const turn = seekFrom(visit, video, end, isHard);
      at = turn.to;
      yield* turnTo(visit, video, end, turn);
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
    const turn = resumeAt(visit, video, end, isHard);
    at = turn.to;
    yield* turnTo(visit, video, end, turn);
  }
  progress.watched.add(video.id);
  return false;
}
