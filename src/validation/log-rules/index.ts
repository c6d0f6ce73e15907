import { basename } from 'node:path';
import type { Finding } from '../../line/index.ts';
import { logOfFile } from '../../archive/file-names.ts';
import { parseInstant } from '../../base/time.ts';
import { readName, type LogFile } from '../../archive/log-file.ts';
import { LATENESS, type Dialect } from '../../spec/index.ts';
import { FileDay } from './file-day.ts';
import type { LineRead } from './line-read.ts';
import { DuplicateLines } from './duplicate-lines.ts';
import { Sessions } from './sessions.ts';
import { TimeOrder } from './time-order.ts';

/** Server and name of a file, which the rules between lines depend on. */
export type FileOrigin = Pick<LogFile, 'server' | 'path'>;

/** Findings of the rules between lines at one line: about itself, and about an earlier one, with its number. */
export interface Found {
  readonly here: readonly Finding[];
  readonly earlier: { readonly number: number; readonly finding: Finding } | undefined;
}

const NOTHING: Found = { here: [], earlier: undefined };

/** The place of the file that is written to, behind all that were cut off it. */
const LAST = '~';

/** Most lines have no finding, and need no list of them. */
const both = (a: readonly Finding[], b: readonly Finding[]): readonly Finding[] =>
  b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];

const found = (here: readonly Finding[], earlier?: Found['earlier']): Found =>
  here.length === 0 && earlier === undefined ? NOTHING : { here, earlier };

/** The rules that hold between lines of a log, in bounded memory. */
export class LogRules {
  readonly #duplicates = new DuplicateLines();
  readonly #sessions = new Sessions();
  #server: string | undefined;
  /** Where the file stands among its server's. */
  #place = '';
  #lateness = LATENESS.documented;
  #fileDay: FileDay | undefined;
  #order: TimeOrder | undefined;
  /** The last line that told its time. */
  #timed = 0;

  /** A file begins. */
  file({ server: known, path }: FileOrigin, dialect: Dialect): void {
    const name = readName(path);
    const server = known ?? logOfFile(basename(path));
    const { day, cut = '', kind } = name;
    const place = kind === 'running' ? LAST : day === undefined ? '' : `${day}${cut}`;
    this.#duplicates.file(server !== undefined && server === this.#server && place > this.#place);
    this.#server = server;
    this.#place = place;
    this.#lateness = LATENESS[dialect];
    this.#fileDay = day === undefined ? undefined : new FileDay(name, dialect);
    const isOrdered = day !== undefined || (dialect === 'current' && kind === 'running');
    this.#order = isOrdered ? new TimeOrder() : undefined;
  }

  /** @param number of the line in its file */
  check(text: string, number: number, line: LineRead): Found {
    const here = both(this.#duplicates.check(text), this.#sessions.check(line));
    if (this.#order === undefined || line.time === '') return found(here);
    const time = parseInstant(line.time);
    const lateness = line.byWorker ? this.#lateness.worker : this.#lateness.web;
    const strayed = this.#fileDay?.check(time, lateness) ?? [];
    if (strayed.length > 0 || Number.isNaN(time)) return found([...here, ...strayed]);
    const disorder = this.#order.check(time, lateness);
    const last = this.#timed;
    this.#timed = number;
    if (disorder === undefined) return found(here);
    const { about, finding } = disorder;
    return about === 'this' ? found([...here, finding]) : found(here, { number: last, finding });
  }
}
