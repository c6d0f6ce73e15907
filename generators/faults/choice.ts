import { geometric, stream, type Stream } from '../../src/random/index.ts';
import type { LineFault } from './fault.ts';

/** Says which lines of a server are to be broken, and how. */
export interface Choice {
  /** How many lines to let pass after a fault, and before the first: the next one is to be broken. */
  gap(): number;
  /** The operators to try on a line, in this order; the first that can break it does. */
  operators(file: string, number: number): Iterable<LineFault>;
  /** Draws for an operator at a line. */
  random(fault: LineFault, file: string, number: number): Stream;
  /** Called when an operator has broken a line. */
  broke?(fault: LineFault, file: string, number: number): void;
}

/** Breaks a share of all lines, each by an operator drawn from those that can break it. */
export class AtRate implements Choice {
  readonly #rate: number;
  readonly #faults: LineFault[];
  readonly #random: Stream;

  /** @param rate share of the lines to break, above 0 and at most 1 */
  constructor(seed: string, server: string, rate: number, faults: readonly LineFault[]) {
    this.#rate = rate;
    this.#faults = [...faults];
    this.#random = stream(seed, 'fault', server);
  }

  gap(): number {
    return this.#rate === 1 ? 0 : geometric(this.#random, this.#rate) - 1;
  }

  *operators(): Generator<LineFault> {
    const faults = this.#faults;
    for (let left = faults.length; left > 0; left -= 1) {
      const place = Math.floor(this.#random() * left);
      const fault = faults[place]!;
      faults[place] = faults[left - 1]!;
      faults[left - 1] = fault;
      yield fault;
    }
  }

  random(): Stream {
    return this.#random;
  }
}
