import type { Finding } from '../../line/index.ts';
import { parseInstant } from '../../base/time.ts';
import type { Dialect } from '../../spec/index.ts';
import { FileDay } from './file-day.ts';
import type { LineRead } from './line-read.ts';
import { DuplicateLines } from './duplicate-lines.ts';
import { Sessions } from './sessions.ts';
import { TimeOrder } from './time-order.ts';

/** Server and day of a file, which the rules between lines depend on. */
export interface FileOrigin {
  readonly server: string | undefined;
  /** `YYYYMMDD`; lines of files that name no day may come in any order. */
  readonly day: string | undefined;
}

/** Findings of the rules between lines at one line: about itself, and about an earlier one, with its number. */
export interface Found {
  readonly here: readonly Finding[];
  readonly earlier: { readonly number: number; readonly finding: Finding } | undefined;
}

const NOTHING: Found = { here: [], earlier: undefined };

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
  #day = '';
  #fileDay: FileDay | undefined;
  #order: TimeOrder | undefined;
  /** The last line that told its time. */
  #timed = 0;

  /** A file begins. */
  file({ server, day }: FileOrigin, dialect: Dialect): void {
    this.#duplicates.file(server !== undefined && server === this.#server && day !== undefined && day > this.#day);
    this.#server = server;
    this.#day = day ?? '';
    this.#fileDay = day === undefined ? undefined : new FileDay(day, dialect);
    this.#order = day === undefined ? undefined : new TimeOrder();
  }

  /** @param number of the line in its file */
  check(text: string, number: number, line: LineRead): Found {
    const here = both(this.#duplicates.check(text), this.#sessions.check(line));
    if (this.#order === undefined || line.time === '') return found(here);
    const time = parseInstant(line.time);
    const strayed = this.#fileDay!.check(time);
    if (strayed.length > 0 || Number.isNaN(time)) return found([...here, ...strayed]);
    const disorder = this.#order.check(time);
    const last = this.#timed;
    this.#timed = number;
    if (disorder === undefined) return found(here);
    const { about, finding } = disorder;
    return about === 'this' ? found([...here, finding]) : found(here, { number: last, finding });
  }
}
