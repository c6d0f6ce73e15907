/** How lines come from a server to its files, where incidents have to do with that: shippers lose them, hold them back, or deliver them twice. */
import type { Work } from '../incidents/incident.ts';
import type { Line } from '../model/line.ts';
import { DelayedEvents } from './delayed-events.ts';
import type { Log } from './log.ts';
import type { Works } from './works.ts';

const isMany = (lines: Line | readonly Line[]): lines is readonly Line[] => Array.isArray(lines);

export class Delivery {
  readonly #ships: readonly NonNullable<Work['ship']>[];
  readonly #files: readonly NonNullable<Work['file']>[];
  readonly #log: Log;
  readonly #end: number;
  /** Lines that are held back. */
  readonly #late = new DelayedEvents();

  /** @param end of the run, microseconds since 1970 */
  constructor(works: Works, log: Log, end: number) {
    this.#ships = works.all('ship');
    this.#files = works.all('file');
    this.#log = log;
    this.#end = end;
  }

  /** Whether something becomes of lines in their files. */
  get cutsFiles(): boolean {
    return this.#files.length > 0;
  }

  /** Whether every line goes to its file as it is. */
  get isUsual(): boolean {
    return this.#ships.length === 0 && this.#files.length === 0;
  }

  /** When the next line is due that is held back, microseconds since 1970. */
  get time(): number {
    return this.#late.time;
  }

  /** Delivers the line that is due. */
  step(): void {
    this.#file(this.#late.take());
  }

  /** Takes a line to the log; tells whether it is written, or will be. */
  line(line: Line): boolean | void {
    if (this.#ships.length === 0) return this.#file(line);
    let shipped: Line | readonly Line[] = line;
    // Nearly always one line is delivered as one: to make lists of it takes a tenth of a run.
    for (const ship of this.#ships)
      shipped = isMany(shipped) ? shipped.flatMap((one) => ship(one) ?? []) : (ship(shipped) ?? []);
    if (!isMany(shipped)) return this.#deliver(shipped, line.time);
    let written: boolean | void = true;
    for (const one of shipped) written = this.#deliver(one, line.time) ?? written;
    return written;
  }

  /** Delivers a line that was due at a time, now or later; tells whether it is written, where it is now. */
  #deliver(line: Line, due: number): boolean | void {
    if (line.time <= due) return this.#file(line);
    if (line.time < this.#end) this.#late.put(line);
    else for (const { incident } of line.marks ?? []) this.#log.missing?.(line, incident);
  }

  /** Writes a line to its file; what is lost there has happened all the same. */
  #file(line: Line): boolean | void {
    let left: Line | undefined = line;
    for (const file of this.#files) {
      left = file(left);
      if (left === undefined) return true;
    }
    return this.#log.line(left);
  }
}
