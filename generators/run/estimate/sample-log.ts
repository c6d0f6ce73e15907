import { WINDOW } from '../../../src/archive/write-gzip.ts';
import { SITE_LOG } from '../../../src/archive/file-names.ts';
import { ServerPacker, ServerWriter, type LogWriter } from '../../../src/archive/write-server.ts';
import { StreamedTar } from '../../../src/archive/write-tar.ts';
import { ArchiveLog, CutLog, ServerLogs, type LineTarget, type PoolText } from '../../simulation/archive-log.ts';
import type { Line } from '../../model/line.ts';
import type { PackedPlan } from '../../simulation/plan.ts';
import { periodOf, rotationOf } from '../../simulation/rotation.ts';
import type { Log } from '../../simulation/log.ts';
import type { DistantLines } from './distant-lines.ts';

/** Lines by which the flow of text is told: of some hours where few people are, so that night and day differ. */
const LATELY = 64;

/** What is counted of a learner: its lines, and where and when, by file that is written to, its last one ended. */
interface Counts {
  lines: number;
  readonly ends: number[];
  readonly times: number[];
}

/** How fast a file is written: bytes and microseconds, of which old ones fade. */
class Flow {
  end = 0;
  #bytes = 0;
  #span = 0;
  #time = 0;

  add(bytes: number, time: number): void {
    const stays = 1 - 1 / LATELY;
    this.#span = this.#span * stays + (this.#time === 0 ? 0 : time - this.#time);
    this.#bytes = this.#bytes * stays + bytes;
    this.#time = time;
    this.end += bytes;
  }

  /** Bytes that are written in some microseconds. */
  during(span: number): number {
    return this.#span === 0 ? 0 : (span * this.#bytes) / this.#span;
  }
}

/** A writer whose archive nobody keeps. */
const idleWriter = (server: string, plan: PackedPlan): ServerWriter =>
  new ServerWriter(new ServerPacker(new StreamedTar({ write: () => {}, close: () => {} }), server, plan));

/** A pool's lines in one log, a file a day, as where all servers write to one. */
class SharedLog implements LineTarget {
  readonly #log: CutLog;

  constructor(plan: PackedPlan, writer: LogWriter) {
    this.#log = new CutLog(writer, rotationOf(plan, 0), SITE_LOG);
  }

  line({ time }: Line, text: string, told: number): void {
    this.#log.line(time, text, told);
  }

  missing(): void {}

  close(): PoolText {
    return { archives: [this.#log.close()] };
  }
}

/** Packs the lines of a sampled pool, as a run does, and counts what tells about the run. */
export class SampleLog implements Log {
  readonly #plan: PackedPlan;
  readonly #archive: ArchiveLog;
  readonly #split: number;
  readonly #crowd: number;
  readonly #isShared: boolean;
  readonly #distantLines: DistantLines;
  readonly #learners = new Map<number, Counts>();
  readonly #flows: Flow[] = [];
  #healthChecks = 0;
  #line: Line | undefined;
  /** Bytes by the period of the run at whose end native installs may cut their file. */
  readonly sizes: number[] = [];
  /** Bytes of learners' lines. */
  learnerBytes = 0;
  /** Bytes of these, of lines within gzip's reach of the same learner's line before; and of those that will be in the run's fuller files. */
  withinReach = 0;
  withinReachInRun = 0;

  /**
   * @param split how many sampled pools make one of the run's
   * @param crowd how many write to one file of the run
   * @param distantLines is shown all lines of learners
   */
  constructor(plan: PackedPlan, pool: number, split: number, crowd: number, distantLines: DistantLines) {
    this.#plan = plan;
    this.#split = split;
    this.#crowd = crowd;
    this.#isShared = plan.packaging !== 'tar';
    this.#distantLines = distantLines;
    const writerOf = (log: string) => this.#watch(idleWriter(log, plan));
    this.#archive = new ArchiveLog(
      plan,
      this.#isShared ? new SharedLog(plan, writerOf(SITE_LOG)) : new ServerLogs(plan, pool, writerOf),
    );
  }

  /** Health checks come as often to few learners as to many: some are left out, so that there are as many to a learner as in the run. */
  line(line: Line): boolean | void {
    if (line.visit === undefined) {
      this.#healthChecks += 1;
      if (this.#healthChecks % this.#split !== 0) return;
    }
    this.#line = line;
    return this.#archive.line(line);
  }

  get lines(): number {
    return this.#archive.lines;
  }

  /** The sum over learners of their lines' squares. */
  get squares(): number {
    return [...this.#learners.values()].reduce((sum, { lines }) => sum + lines ** 2, 0);
  }

  close(): PoolText {
    return this.#archive.close();
  }

  #watch(writer: LogWriter): LogWriter {
    return {
      nextFile: (name, mtime) => writer.nextFile(name, mtime),
      line: (text, time) => {
        this.#see(this.#line!, text);
        writer.line(text, time);
      },
      close: () => writer.close(),
    };
  }

  #see({ visit, server: place, time }: Line, text: string): void {
    const server = this.#isShared ? 0 : place;
    const flow = (this.#flows[server] ??= new Flow());
    flow.add(text.length, time);
    if (this.#plan.packaging === 'native') {
      const period = periodOf(this.#plan, time);
      this.sizes[period] = (this.sizes[period] ?? 0) + text.length;
    }
    if (visit === undefined) return;
    const { number } = visit.learner;
    const counts = this.#learners.get(number) ?? { lines: 0, ends: [], times: [] };
    if (counts.lines === 0) this.#learners.set(number, counts);
    const since = time - (counts.times[server] ?? -Infinity);
    if (flow.end - (counts.ends[server] ?? -Infinity) < WINDOW) this.withinReach += text.length;
    if (text.length + this.#crowd * flow.during(since) < WINDOW) this.withinReachInRun += text.length;
    counts.ends[server] = flow.end;
    counts.times[server] = time;
    counts.lines += 1;
    this.learnerBytes += text.length;
    this.#distantLines.line(number, text);
  }
}
