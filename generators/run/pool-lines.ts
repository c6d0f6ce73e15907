/**
 * The lines of a pool, as they wait to be merged with those of the others: each behind a header that says when it was written, which
 * time it tells, how many bytes it has, which log it is of, and what incidents have to do with it. Of a line that is missing because of
 * one only the header is there. Pieces are read and written by one version of edxgen only.
 */
import type { Sink } from '../../src/store/store.ts';
import type { Course } from '../course/course.ts';
import type { Line } from '../model/line.ts';
import type { Mark } from '../model/mark.ts';
import type { LineTarget, PoolText } from '../simulation/archive-log.ts';
import type { MissingLine } from '../simulation/log.ts';
import { logsOf, type PackedPlan } from '../simulation/plan.ts';
import { periodOf } from '../simulation/rotation.ts';

/** Bytes of a header, without its marks; all numbers are little-endian. */
export const HEADER = 24;

/** Where a header has what: two doubles, a whole number of 32 bits, two of 16. */
export const AT = { time: 0, told: 8, length: 16, log: 20, marks: 22 } as const;

/** Bytes of a mark: the incident, and what it has to do with the line. */
export const MARK = 4;

/** What a mark says. */
export const HOW = ['written', 'changed', 'missing'] as const;

const NO_MARKS: readonly Mark[] = [];

/** Lines gather to so many bytes before they are written. */
const BLOCK = 512 * 1024;

/** Writes a pool's piece. */
export class PoolLines implements LineTarget {
  readonly #plan: PackedPlan;
  readonly #sink: Sink;
  readonly #block = Buffer.allocUnsafe(BLOCK);
  #used = 0;
  /** When the last line was written: what is missing stands behind it. */
  #time = 0;
  /** The organisations of data packages: a line is of that whose course is visited [docs/sites.md]. */
  readonly #orgs: readonly string[] | undefined;
  /** Native installs cut by size. */
  readonly #sizes: number[] | undefined;

  /** @param sink takes the piece, and is closed at its end */
  constructor(plan: PackedPlan, sink: Sink) {
    this.#plan = plan;
    this.#sink = sink;
    this.#orgs = plan.packaging === 'package' ? logsOf(plan) : undefined;
    this.#sizes = plan.packaging === 'native' ? [] : undefined;
  }

  line({ time, visit, course = visit?.course, marks = NO_MARKS }: Line, text: string, told: number): void {
    this.#time = time;
    this.#header(told, text.length, course, marks.length);
    for (const { incident, how } of marks) this.#mark(incident, how);
    this.#used += this.#block.write(text, this.#used, 'latin1');
    if (this.#sizes) this.#count(this.#sizes, time, text.length);
  }

  missing({ time, visit, course = visit?.course }: MissingLine, incident: number): void {
    this.#header(time, 0, course, 1);
    this.#mark(incident, 'missing');
  }

  close(): PoolText {
    this.#flush();
    this.#sink.close();
    return { archives: [], ...(this.#sizes && { sizes: this.#sizes }) };
  }

  #header(told: number, length: number, course: Course | undefined, marks: number): void {
    if (this.#used + HEADER + marks * MARK + length > BLOCK) this.#flush();
    const [block, at] = [this.#block, this.#used];
    const log = this.#orgs === undefined || course === undefined ? 0 : this.#orgs.indexOf(course.org);
    block.writeDoubleLE(this.#time, at + AT.time);
    block.writeDoubleLE(told, at + AT.told);
    block.writeUInt32LE(length, at + AT.length);
    block.writeUInt16LE(log, at + AT.log);
    block.writeUInt16LE(marks, at + AT.marks);
    this.#used += HEADER;
  }

  #mark(incident: number, how: (typeof HOW)[number]): void {
    this.#block.writeUInt16LE(incident, this.#used);
    this.#block.writeUInt16LE(HOW.indexOf(how), this.#used + 2);
    this.#used += MARK;
  }

  #count(sizes: number[], time: number, bytes: number): void {
    const period = periodOf(this.#plan, time);
    while (sizes.length <= period) sizes.push(0);
    sizes[period]! += bytes;
  }

  #flush(): void {
    if (this.#used > 0) this.#sink.write(this.#block.subarray(0, this.#used));
    this.#used = 0;
  }
}
