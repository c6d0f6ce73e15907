import type { WeekTotals } from './totals.ts';
import type { Watched } from './watching.ts';

/** Record of one learner, kept while it may come again. */
export class LearnerRecord {
  /** The index of its kind. */
  readonly kind: number;
  events = 0;
  /** Days with a line, and the last of them; -1 before the first. */
  days = 0;
  lastDay = -1;
  /** The counts of the last day's week, and of the kind. */
  week: WeekTotals | undefined = undefined;
  sittings = 0;
  /** Microseconds of all sittings. */
  time = 0;
  /** The sitting that goes on: its first line, its last so far, and how many. */
  start = -Infinity;
  last = -Infinity;
  sittingEvents = 0;
  /** The visit that its last line was of. */
  visits = 0;
  /** What its browser sent then, and from where. */
  agent = '';
  address = '';
  tried = 0;
  solved = 0;
  checks = 0;
  /** Solved problems that count for the grade. */
  credit = 0;
  turns = 0;
  /** By index among the course's videos; made at first use, as most learners need little. */
  videos: Map<number, Watched> | undefined;
  #pages: Set<number> | undefined;

  constructor(kind: number) {
    this.kind = kind;
  }

  /** Pages of the book that were looked at. */
  get pages(): Set<number> {
    return (this.#pages ??= new Set());
  }

  get pageCount(): number {
    return this.#pages?.size ?? 0;
  }

  watched(video: number, make: () => Watched): Watched {
    const videos = (this.videos ??= new Map());
    const known = videos.get(video) ?? make();
    videos.set(video, known);
    return known;
  }
}
