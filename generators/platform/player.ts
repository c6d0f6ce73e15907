import { youtubeCode } from '../course/names.ts';
import type { Video } from '../course/course.ts';
import type { Speed } from '../learners/population.ts';

const codes = new WeakMap<Video, Map<Speed, string>>();

/** The YouTube id of a video at a speed: each speed is a video of its own, and the usual one has the code that the course names. */
export function codeAt(video: Video, speed: Speed): string {
  if (speed === '1.0') return video.code;
  const known = codes.get(video) ?? new Map<Speed, string>();
  codes.set(video, known);
  const code = known.get(speed) ?? youtubeCode(`${video.id} ${speed}`);
  known.set(speed, code);
  return code;
}
