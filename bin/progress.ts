import { RUN_DEFAULTS, STARTS } from '../generators/run/defaults.ts';
import { DAY, formatInstant } from '../src/base/time.ts';
import { grouped } from '../src/base/format-number.ts';
import type { Dialect } from '../src/spec/dialect.ts';
import { StatusLine } from './status-line.ts';

/** Tells on a terminal how far a simulation is. */
export class Progress extends StatusLine {
  readonly #start: number;
  readonly #span: number;

  constructor({
    dialect = RUN_DEFAULTS.dialect,
    start = STARTS[dialect],
    days = RUN_DEFAULTS.days,
    quiet,
  }: {
    dialect?: Dialect | undefined;
    start: string | undefined;
    days: number | undefined;
    quiet: boolean | undefined;
  }) {
    super(process.stderr, quiet === true);
    this.#start = Date.parse(start) * 1000;
    this.#span = days * DAY;
  }

  /** @param time simulated, microseconds since 1970; infinite when the simulation is over */
  report({ lines, time }: { lines: number; time: number }): void {
    this.progress((time - this.#start) / this.#span, () => {
      const rate = Math.round((lines / this.elapsed) * 1000);
      const reached = time === Infinity ? 'finishing' : formatInstant(time).slice(0, 16).replace('T', ' ');
      return `${reached}  ${grouped(lines)} lines  ${grouped(rate)} lines/s`;
    });
  }
}
