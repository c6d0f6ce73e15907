/** Seeks: somebody looks for a place in a video, by as many jumps as that takes, with a look at what is there after each. */
import { chance, exponential, lognormal } from '../../src/base/random/index.ts';
import type { Video } from '../course/course.ts';
import { RATES } from '../learners/population.ts';
import type { Activity } from '../model/activity.ts';
import type { SeekBy } from '../model/platform.ts';
import { milliseconds, type Session } from '../model/session.ts';
import { cueAt } from './cues.ts';
import type { HardSpot } from './hard-spots.ts';
import { playerDelay, SHORTEST_RUN, slid } from './playing.ts';

/** The shortest jump, in seconds: a hand at the slider cannot do less. */
const SHORTEST_JUMP = 1;

/** The logarithm's deviation of how far what is looked for lies; by how many times as far, on average, where nobody knows where it is (choices). */
const GOAL = { sd: 0.9, further: 2 };

/** By how much a jump misses what it aims at, logarithm's deviation (a choice). */
const MISSES = 0.3;

/** Good enough is so many seconds past what is looked for, or so much of a usual jump before it, which plays on to there (choices). */
const NEAR = { past: 2, before: 0.4 };

/** Seconds of a look, of the video where that plays; and until a player plays that was turned: who turns it again before that has heard nothing (choices). */
const LOOK = { mean: 1, sd: 1 };
const LOADS = { mean: -0.4, sd: 0.5 };

/** What leads to a seek. */
interface Reason {
  /** What was hard to follow. */
  readonly spot: HardSpot | undefined;
  /** Whether the video plays. */
  readonly plays: boolean;
}

/** Turns a player to where it is to play; takes the seconds that this takes. */
export function* turnTo(visit: Session, video: Video, from: number, to: number, by: SeekBy = 'slider'): Activity {
  const seconds = visit.platform.turnTo(visit, video, from, to, by);
  if (seconds > 0) yield seconds;
}

/** Where somebody lands who jumps by so many seconds: at either end there is no way but the other. */
function landing(video: Video, from: number, far: number, last: number, by: SeekBy): number {
  const within = (seconds: number): number => {
    const inside = Math.min(Math.max(0, seconds), last);
    return by === 'caption' ? cueAt(video, inside) : slid(inside);
  };
  const to = within(from + far);
  return Math.abs(to - from) < SHORTEST_JUMP ? within(from - far) : to;
}

/** Looks at what is there; gives where the video is then. */
function* look(visit: Session, video: Video, at: number, plays: boolean): Activity<number> {
  const { random } = visit;
  const seconds = lognormal(random, LOOK.mean, LOOK.sd);
  if (!plays || seconds < lognormal(random, LOADS.mean, LOADS.sd)) {
    yield seconds;
    return at;
  }
  const delay = playerDelay(visit);
  const run = Math.min(Math.max(SHORTEST_RUN, seconds), video.seconds - at - SHORTEST_RUN);
  visit.actions -= 1;
  visit.platform.play(visit, video, at, { delay, seconds: run });
  const began = visit.now;
  yield delay + run / RATES[visit.speed];
  const end = Math.max(at, milliseconds(at + run - visit.behind(visit.player)));
  visit.platform.watched(visit, video, began, at, end);
  return end;
}

/**
 * Looks for a place: back from a hard spot to where that began, else some way back or forward. Whoever knows where it is aims at it, others go there by
 * jumps as long as they use to make; whoever has missed it jumps again, by what is left.
 *
 * @returns where it goes on, in seconds
 */
export function* seek(visit: Session, video: Video, from: number, { spot, plays }: Reason): Activity<number> {
  const { random, behaviour, player } = visit;
  const { jumpsBack, jumpSeconds, knowsWhere, looksOn, seeksByCaption } = behaviour.video;
  const { habits } = visit.learner.home;
  const stride = jumpSeconds * habits.factor('long jumps');
  const last = video.seconds * (1 - 0.05 * random());
  const by = chance(player, habits.chance('reads transcripts', seeksByCaption)) ? 'caption' : 'slider';
  const knows = spot !== undefined || chance(random, knowsWhere);
  const far =
    stride * lognormal(random, -(GOAL.sd ** 2) / 2, GOAL.sd) * (knows ? 1 : 1 + exponential(random, GOAL.further));
  const isBack = chance(random, habits.chance('jumps back', jumpsBack));
  const aim = spot ? spot.begins : from + (isBack ? -far : far);
  const goal = Math.min(Math.max(0, aim), last);
  for (let at = from; ;) {
    const rest = goal - at;
    const jump = Math.min(Math.abs(rest), knows ? Infinity : stride) * lognormal(random, 0, MISSES);
    const to = landing(video, at, Math.sign(rest) * Math.max(SHORTEST_JUMP, jump), last, by);
    yield* turnTo(visit, video, at, to, by);
    const isNear = to < goal + NEAR.past && to > goal - NEAR.before * stride;
    const mayLook = visit.actions > 1 && video.seconds - to > 2 * SHORTEST_JUMP;
    if (isNear || !mayLook || !chance(random, habits.chance('looks on', looksOn))) return to;
    at = yield* look(visit, video, to, plays);
  }
}
