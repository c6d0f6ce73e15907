import type { Finding } from '../../line/index.ts';
import type { Dialect } from '../../spec/index.ts';
import { FileDay } from './file-day.ts';
import { LineRead } from './line-read.ts';
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

const NOTHING: readonly Finding[] = [];

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

  /**
   * @param number of the line in its file
   * @param findings what is wrong with the line by itself
   */
  check(text: string, number: number, findings: readonly Finding[]): Found {
    const line = new LineRead(text, findings);
    if (!line.trusts('')) return { here: NOTHING, earlier: undefined };
    const here = this.#duplicates.check(text);
    if (line.trusts('/session') && line.trusts('/username')) here.push(...this.#sessions.check(text));
    if (this.#order === undefined) return { here, earlier: undefined };
    const { time } = line;
    const strayed = this.#fileDay!.check(time);
    here.push(...strayed);
    if (strayed.length > 0 || Number.isNaN(time)) return { here, earlier: undefined };
    const disorder = this.#order.check(time);
    const last = this.#timed;
    this.#timed = number;
    if (disorder?.about === 'this') here.push(disorder.finding);
    return { here, earlier: disorder?.about === 'last' ? { number: last, finding: disorder.finding } : undefined };
  }
}
