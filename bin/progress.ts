import { formatInstant } from '../src/line/time.ts';
import { grouped } from '../src/numbers.ts';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REFRESH = 100;
const CLEAR = '\r\u001b[K';

/** One line on a terminal that tells how far a run is; nothing anywhere else. */
export class Progress {
  readonly #terminal: Terminal | undefined;
  readonly #begin = performance.now();
  #shown = 0;

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal.isTTY && !quiet ? terminal : undefined;
  }

  /** @param time simulated, microseconds since 1970; infinite when the simulation is over */
  report({ lines, time }: { lines: number; time: number }): void {
    const now = performance.now();
    if (!this.#terminal || now - this.#shown < REFRESH) return;
    this.#shown = now;
    const rate = Math.round((lines / (now - this.#begin)) * 1000);
    const reached = time === Infinity ? 'finishing' : formatInstant(time).slice(0, 16).replace('T', ' ');
    this.#terminal.write(`${CLEAR}${reached}  ${grouped(lines)} lines  ${grouped(rate)} lines/s`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) this.#terminal?.write(CLEAR);
  }
}
