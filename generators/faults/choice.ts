import { geometric, stream, type Stream } from '../../src/base/random/index.ts';
import type { LineFault } from './fault.ts';

/** Says which lines of a server are to be broken, and how. */
export interface Choice {
  /** How many lines to let pass after a fault, and before the first: the next one is to be broken. */
  gap(): number;
  /** The operators to try on a line, in this order; the first that can break it does. */
  operators(file: string, number: number): Iterable<LineFault>;
  /** Draws for an operator at a line. */
  random(fault: LineFault, file: string, number: number): Stream;
  /** Asked when an operator can break a line: whether it shall. Without it, it shall. */
  agrees?(fault: LineFault, file: string, number: number): boolean;
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

  /** Each of the operators once, in an order that is drawn while it is asked for. */
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

/** A line to be broken, and by what. */
export interface Chosen {
  readonly fault: LineFault;
  readonly server: string;
  readonly file: string;
  /** Of the clean line, from 1. */
  readonly number: number;
}

/** What an operator draws from at a line that is chosen. Made when first drawn from, since most operators refuse before. */
export function chosenStream(seed: string, { fault, server, file, number }: Chosen): Stream {
  let made: Stream | undefined;
  return () => {
    made ??= stream(seed, 'fault', fault.id, server, file, number);
    return made();
  };
}

const at = (file: string, number: number): string => `${file}:${number}`;

/** Breaks chosen lines, and a share of the others. */
export class AtLines implements Choice {
  readonly #seed: string;
  readonly #server: string;
  readonly #chosen = new Map<string, LineFault>();
  readonly #spared: ReadonlySet<string>;
  readonly #others: AtRate | undefined;
  /** Chosen operators whose line could not be broken after all, since another fault came too near: the next line will do. */
  readonly #owed: LineFault[] = [];
  #wait: number;

  /**
   * @param spared files that no line fault may touch
   * @param others breaks the share of the other lines, if there is one
   */
  constructor(
    seed: string,
    server: string,
    chosen: readonly Chosen[],
    spared: ReadonlySet<string>,
    others: AtRate | undefined,
  ) {
    this.#seed = seed;
    this.#server = server;
    for (const { fault, file, number } of chosen) this.#chosen.set(at(file, number), fault);
    this.#spared = spared;
    this.#others = others;
    this.#wait = others?.gap() ?? Infinity;
  }

  gap(): number {
    return 0;
  }

  *operators(file: string, number: number): Generator<LineFault> {
    if (this.#spared.has(file)) return;
    const chosen = this.#chosen.get(at(file, number));
    if (chosen) this.#owed.push(chosen);
    yield* this.#owed.slice();
    this.#wait -= 1;
    if (this.#wait >= 0 || this.#chosen.has(at(file, number + 1))) return;
    yield* this.#others!.operators();
  }

  random(fault: LineFault, file: string, number: number): Stream {
    return chosenStream(this.#seed, { fault, server: this.#server, file, number });
  }

  agrees(fault: LineFault): boolean {
    const place = this.#owed.indexOf(fault);
    if (place >= 0) this.#owed.splice(place, 1);
    else this.#wait += this.#others!.gap() + 1;
    return true;
  }

  /** Operators that found no line. */
  get left(): readonly LineFault[] {
    return this.#owed;
  }
}
