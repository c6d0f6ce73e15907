import { basename } from 'node:path';
import type { Finding } from '../../line/index.ts';
import { logOfFile } from '../../archive/file-names.ts';
import { parseInstant } from '../../base/time.ts';
import { readName, type LogFile } from '../../archive/log-file.ts';
import { LATENESS, type Dialect } from '../../spec/index.ts';
import { FileDay } from './file-day.ts';
import type { LineRead } from './line-read.ts';
import { DuplicateLines, type Repeated } from './duplicate-lines.ts';
import { TimeOrder } from './time-order.ts';

/** Server and name of a file, which the rules between lines depend on. */
export type FileOrigin = Pick<LogFile, 'server' | 'path'>;

/** Where a file stands among its server's. */
export interface Place {
  readonly server: string | undefined;
  readonly place: string;
}

/** Whether a file is the next of the same server. */
export const isNext = (file: Place, last: Place | undefined): boolean =>
  file.server !== undefined && file.server === last?.server && file.place > last.place;

/** The place of the file that is written to, behind all that were cut off it. */
const LAST = '~';

const placeOf = ({ server: known, path }: FileOrigin): Place => {
  const { day, cut = '', kind } = readName(path);
  const server = known ?? logOfFile(basename(path));
  return { server, place: kind === 'running' ? LAST : day === undefined ? '' : `${day}${cut}` };
};

/** Of the file that was scanned last: its place, and hashes of its last lines. */
export interface FileEnd extends Place {
  readonly tail: readonly string[];
}

/**
 * The rules that hold between the lines of one file, and of the next in the same archive, in bounded memory. What they find at the line
 * at hand stands in its properties.
 */
export class LogRules {
  readonly #duplicates = new DuplicateLines();
  #last: Place | undefined;
  #lateness = LATENESS.documented;
  #fileDay: FileDay | undefined;
  #order: TimeOrder | undefined;
  /** The last line that told its time. */
  #timed = 0;

  repeated: Repeated;
  /** About its time. */
  time: Finding | undefined;
  /** About the time of an earlier line, with its number. */
  earlier: { readonly number: number; readonly finding: Finding } | undefined;

  /** A file begins; gives its place. */
  file(file: FileOrigin, dialect: Dialect): Place {
    const place = placeOf(file);
    const name = readName(file.path);
    if (this.#last !== undefined) this.#duplicates.file(isNext(place, this.#last));
    this.#last = place;
    this.#lateness = LATENESS[dialect];
    this.#fileDay = name.day === undefined ? undefined : new FileDay(name, dialect);
    const isOrdered = name.day !== undefined || (dialect === 'current' && name.kind === 'running');
    this.#order = isOrdered ? new TimeOrder() : undefined;
    return place;
  }

  /** What the next scan must know of this one; undefined when no line was checked. */
  end(): FileEnd | undefined {
    return this.#last && { ...this.#last, tail: this.#duplicates.end() };
  }

  /** See DuplicateLines. */
  get ofHead(): string | undefined {
    return this.#duplicates.ofHead;
  }

  /**
   * @param number of the line in its file
   * @returns whether anything was found
   */
  check(text: string, number: number, line: LineRead): boolean {
    this.repeated = this.#duplicates.check(text);
    this.time = undefined;
    this.earlier = undefined;
    if (this.#order !== undefined && line.time !== '') this.#checkTime(this.#order, number, line);
    return this.repeated !== undefined || this.time !== undefined || this.earlier !== undefined;
  }

  #checkTime(order: TimeOrder, number: number, line: LineRead): void {
    const time = parseInstant(line.time);
    const lateness = line.byWorker ? this.#lateness.worker : this.#lateness.web;
    this.time = this.#fileDay?.check(time, lateness);
    if (this.time !== undefined || Number.isNaN(time)) return;
    const disorder = order.check(time, lateness);
    const last = this.#timed;
    this.#timed = number;
    if (disorder === undefined) return;
    const { about, finding } = disorder;
    if (about === 'this') this.time = finding;
    else this.earlier = { number: last, finding };
  }
}
