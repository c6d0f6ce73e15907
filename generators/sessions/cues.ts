/** Captions of videos: where each begins follows from the video alone, so that whoever clicks on one lands where others do. */
import { hash } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Video } from '../course/course.ts';

/** Milliseconds that a caption is shown, at least, and more (choices): a line or two of what is said. */
const SHOWN = { least: 1400, more: 4200 };

/** Where captions begin, in seconds to the millisecond. */
const cuesOf = onceFor((video: Video): readonly number[] => {
  const cues: number[] = [];
  for (let at = hash(video.key, 'cue', 0) % SHOWN.least; at < video.seconds * 1000;) {
    cues.push(at / 1000);
    at += SHOWN.least + (hash(video.key, 'cue', cues.length) % SHOWN.more);
  }
  return cues;
});

/** Where the caption begins that is shown at some seconds of a video; the first, before it. */
export function cueAt(video: Video, seconds: number): number {
  const cues = cuesOf(video);
  return cues.findLast((cue) => cue <= seconds) ?? cues[0] ?? 0;
}
