import type { LogFile } from '../../archive/log-file.ts';
import { readNotes, type NoteTaker, type Tell } from '../../archive/notes.ts';
import type { Problem } from '../../archive/read-content.ts';
import type { ReadOptions } from '../../archive/read.ts';
import { Activity } from './activity.ts';
import { Learners } from './learners.ts';
import { DEEDS, StatisticsScan, WIDTH, type LinesNote, type ScanNote } from './scan.ts';
import { Servers } from './servers.ts';
import { Viewers } from './viewers.ts';

const MOST_PROBLEMS = 20;

/** Statistics of logs, counted while they are read once. Each part bounds its memory. */
export class LogStatistics implements NoteTaker<undefined, ScanNote> {
  readonly activity = new Activity();
  readonly learners: Learners;
  readonly viewers: Viewers;
  readonly servers = new Servers();
  lines = 0;
  bytes = 0;
  /** Lines that are no JSON object in UTF-8, or too long to be read. */
  broken = 0;
  /** Lines that the platform cut off at its limit of length. */
  cut = 0;
  /** Lines whose time is missing or no date. */
  timeless = 0;
  /** Problems of files and archives: the first ones, and the number of all. */
  readonly problems: Problem[] = [];
  problemCount = 0;

  /** @param bound the most cells of each sample; see EvenSample */
  constructor(bound?: number) {
    this.learners = new Learners(bound);
    this.viewers = new Viewers(bound);
  }

  readonly scanner = (_: undefined, tell: Tell<ScanNote>): StatisticsScan => new StatisticsScan(tell);

  readonly thread = new URL('./gather-thread.js', import.meta.url);

  task(): undefined {}

  take(note: ScanNote): void {
    if ('lines' in note) this.#takeLines(note.lines);
    else if ('file' in note) this.#file(note.file);
    else this.problem(note.problem);
  }

  problem(problem: Problem): void {
    this.problemCount += 1;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  #file(file: LogFile): void {
    this.servers.file(file);
  }

  #takeLines(note: LinesNote): void {
    const { lines, bytes, broken, cut, timeless, times, types, users, names, deeds } = note;
    this.lines += lines;
    this.bytes += bytes;
    this.broken += broken;
    this.cut += cut;
    this.timeless += timeless;
    this.servers.lines(lines, bytes, broken + timeless);
    let deed = 0;
    for (let index = 0; index < times.length; index += 1) {
      const time = times[index]!;
      const user = users[index]!;
      this.servers.time(time);
      this.activity.add(time, types[index]!, user === 0);
      if (user === 0) continue;
      const username = names[user - 1]!;
      this.learners.see(username, time);
      if (deeds[deed] !== index) continue;
      this.#see(username, time, names, deeds.subarray(deed, deed + WIDTH));
      deed += WIDTH;
    }
  }

  /** Counts what somebody did with a video or a problem. */
  #see(username: string, time: number, names: readonly string[], deed: Float64Array): void {
    const [, what, place, first, second] = deed as unknown as [number, number, number, number, number];
    const kind = DEEDS[what]!;
    const id = names[place - 1] ?? '';
    if (kind === 'close') this.viewers.close(username, time);
    else if (kind === 'check') this.learners.check(username, time, id, first, second === 1);
    else this.viewers.add(username, time, kind, id, Number.isNaN(first) ? undefined : first, second);
  }
}

/** Options of {@link gather}. */
export interface GatherOptions extends ReadOptions {
  /** The most numbers that each sample of people holds; 4 million by default. */
  readonly bound?: number | undefined;
}

/**
 * Reads logs of any packing once, and counts.
 *
 * @throws ReadError when a path cannot be read or leads to no log
 */
export async function gather(
  paths: readonly string[],
  { bound, ...options }: GatherOptions = {},
): Promise<LogStatistics> {
  const statistics = new LogStatistics(bound);
  await readNotes(paths, statistics, options);
  return statistics;
}
