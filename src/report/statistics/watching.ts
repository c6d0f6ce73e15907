import { stretchesOf, type Viewers } from './viewers.ts';

/** How many parts a video's curve has, at most; a part is no shorter than a second. */
const PARTS = 60;

/** Figures of how one video was watched. */
export interface Watching {
  /** Length as far as it is known: the furthest position that anybody reached, in seconds. */
  readonly length: number;
  readonly viewers: number;
  /** Seconds of content in all stretches, as far as the length goes, and in the parts that were seen again. */
  readonly seconds: number;
  readonly secondsAgain: number;
  /** People who saw the middle of each part, and how often it was seen again by the same people. */
  readonly seen: readonly number[];
  readonly again: readonly number[];
}

/** The parts of a video whose middle a stretch covers. */
const middles = ({ from, to }: { from: number; to: number }, width: number): [number, number] => [
  Math.ceil(from / width - 0.5),
  Math.ceil(to / width - 0.5) - 1,
];

/** How each video was watched, by number; counts are of the sample. */
export function watching({ sample, videos }: Viewers): Watching[] {
  const curves = [...videos.items.values()].map(({ furthest }) => {
    const parts = Math.max(1, Math.min(PARTS, Math.ceil(furthest)));
    return {
      length: furthest,
      width: furthest / parts || 1,
      viewers: 0,
      milliseconds: 0,
      seen: Array<number>(parts).fill(0),
      again: Array<number>(parts).fill(0),
    };
  });
  for (const viewer of sample.members.values()) {
    const covered = new Map<number, Uint32Array>();
    for (const stretch of stretchesOf(viewer)) {
      const curve = curves[stretch.video]!;
      const { length, width, seen } = curve;
      // Whole numbers: their sum is the same in any order of the viewers.
      curve.milliseconds += Math.round(1000 * Math.max(0, Math.min(stretch.to, length) - stretch.from));
      const times = covered.get(stretch.video) ?? new Uint32Array(seen.length);
      covered.set(stretch.video, times);
      const [first, last] = middles(stretch, width);
      for (let part = first; part <= Math.min(last, times.length - 1); part += 1) times[part]! += 1;
    }
    for (const [video, times] of covered) {
      const curve = curves[video]!;
      curve.viewers += 1;
      for (const [part, count] of times.entries()) {
        if (count === 0) continue;
        curve.seen[part]! += 1;
        curve.again[part]! += count - 1;
      }
    }
  }
  return curves.map(({ length, width, viewers: people, milliseconds, seen, again }) => {
    const secondsAgain = width * again.reduce((sum, count) => sum + count, 0);
    return { length, viewers: people, seconds: milliseconds / 1000, secondsAgain, seen, again };
  });
}
