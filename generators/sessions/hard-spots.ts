/** Hard spots of videos: the same for everybody, so that people stop there, and go back to where what is hard begins. */
import { hashedNormal, hashedShare } from '../../src/base/random/index.ts';
import type { Video } from '../course/course.ts';

/** Seconds for which what is hard goes on until somebody is lost, logarithm's mean and deviation (a choice). */
const LASTS = { mean: 2.6, sd: 0.5 };

export interface HardSpot {
  /** Where what is hard begins, and where one is lost, in seconds. */
  readonly begins: number;
  readonly at: number;
}

/** By video, for the number of spots that was asked for last, which is the same for all of a run. Hashes of ids are slow. */
const known = new WeakMap<Video, readonly HardSpot[]>();

function spotsOf(video: Video, count: number): readonly HardSpot[] {
  const before = known.get(video);
  if (before?.length === count) return before;
  const made = Array.from({ length: count }, (_, index) => {
    const at = (video.seconds * (index + hashedShare(video.key, 'hard', index))) / count;
    const lasts = Math.exp(LASTS.mean + LASTS.sd * hashedNormal(video.key, 'hard for', index));
    return { begins: Math.max(0, at - lasts), at };
  });
  known.set(video, made);
  return made;
}

/** The first spot between two positions where a video is hard to follow; there is one in so many seconds. */
export const hardSpot = (video: Video, every: number, from: number, to: number): HardSpot | undefined =>
  spotsOf(video, Math.round(video.seconds / every)).find(({ at }) => at > from && at < to);
