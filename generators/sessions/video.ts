import { chance, exponential, uniform, weighted } from '../../src/random/index.ts';
import type { Video } from '../course/course.ts';
import { BEHAVIOUR } from '../learners/behaviour.ts';
import type { Activity, Visit } from '../simulation/visit.ts';

const drawSpeed = weighted(BEHAVIOUR.speeds);

/** Positions are logged to the millisecond, rounded down, so that no run is longer than the clock allows. */
const milliseconds = (seconds: number): number => Math.floor(seconds * 1000) / 1000;

/** Seconds between the click and the first picture, and between the last picture and the log. */
const playerDelay = (visit: Visit): number => uniform(visit.random, 0.05, 0.4);

/** How far into a video somebody means to get, in seconds: most who stop, stop early (shared/realism.md, video length). */
function stopAt(visit: Visit, video: Video): number {
  const { random } = visit;
  const patience = BEHAVIOUR.watchedToTheEnd * (video.seconds > 360 ? (360 / video.seconds) ** 0.6 : 1.25);
  return chance(random, patience) ? video.seconds : milliseconds(video.seconds * random() ** 1.8);
}

/** Where to go on after a pause: mostly where it stopped, else back or forward. */
function resumeAt(visit: Visit, video: Video, at: number): number {
  const { random } = visit;
  if (!chance(random, BEHAVIOUR.jumpsOnResuming)) return at;
  const far = exponential(random, 30);
  const to = chance(random, BEHAVIOUR.jumpsBack) ? at - far : at + far;
  return milliseconds(Math.min(Math.max(0, to), Math.max(0, video.seconds - 5)));
}

/**
 * Watches a video: plays and pauses by turns, now and then seeking or changing the speed while it is paused.
 *
 * @param meanwhile what may be done during a pause, such as the problem below the video
 * @returns whether the page was left while the video played
 */
export function* watch(visit: Visit, video: Video, meanwhile: () => Activity): Activity<boolean> {
  const { random, platform } = visit;
  const stop = stopAt(visit, video);
  let at = 0;
  for (;;) {
    const speed = Number(visit.speed);
    const run = Math.min(Math.max(1, exponential(random, BEHAVIOUR.runSeconds)), Math.max(0.5, stop - at));
    visit.actions -= 2;
    platform.play(visit, video, at);
    yield playerDelay(visit) + run / speed;
    const end = milliseconds(Math.min(at + run, video.seconds));
    const atEnd = end >= milliseconds(video.seconds);
    const done = end >= stop || visit.actions <= 0;
    if (done && !atEnd && chance(random, BEHAVIOUR.leavesWhilePlaying)) return true;
    if (!atEnd || chance(random, BEHAVIOUR.pausesAtTheEnd)) platform.pause(visit, video, end);
    yield visit.dwell(BEHAVIOUR.pauseDwell);
    if (done) break;
    yield* meanwhile();
    if (chance(random, BEHAVIOUR.changesSpeed)) visit.speed = drawSpeed(random);
    at = resumeAt(visit, video, end);
  }
  visit.learner.progress.watched.add(video.id);
  return false;
}
