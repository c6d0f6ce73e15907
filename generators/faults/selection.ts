import { geometric, stream, type Stream } from '../../src/base/random/index.ts';
import type { LineFault } from './fault.ts';

/** Selection of the lines of a server that are to be broken, and of the operators that break them. */
export interface FaultSelection {
  /** Draws how many lines pass unbroken before the next one that is to be broken. */
  gap(): number;
  /** The operators to try on a line, in this order; the first that can break it does. */
  operators(file: string, number: number): Iterable<LineFault>;
  /** Random stream of an operator at a line. */
  random(fault: LineFault, file: string, number: number): Stream;
  /** Decides whether an operator breaks a line that it can break; where this is missing, it does. */
  confirms?(fault: LineFault, file: string, number: number): boolean;
}

/** Selects a share of all lines, each for an operator drawn from those that can break it. */
export class RateSelection implements FaultSelection {
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
      const index = Math.floor(this.#random() * left);
      const fault = faults[index]!;
      faults[index] = faults[left - 1]!;
      faults[left - 1] = fault;
      yield fault;
    }
  }

  random(): Stream {
    return this.#random;
  }
}

/** A line to be broken, and the operator that breaks it. */
export interface PlannedFault {
  readonly fault: LineFault;
  readonly server: string;
  readonly file: string;
  /** Of the clean line, from 1. */
  readonly number: number;
}

/** Random stream of an operator at a planned line. Made when first drawn from, since most operators refuse before. */
export function plannedStream(seed: string, { fault, server, file, number }: PlannedFault): Stream {
  let made: Stream | undefined;
  return () => {
    made ??= stream(seed, 'fault', fault.id, server, file, number);
    return made();
  };
}

const at = (file: string, number: number): string => `${file}:${number}`;

/** Selects the lines that were planned, and a share of the others. */
export class PlannedSelection implements FaultSelection {
  readonly #seed: string;
  readonly #server: string;
  readonly #planned = new Map<string, LineFault>();
  readonly #spared: ReadonlySet<string>;
  readonly #others: RateSelection | undefined;
  /** Planned operators whose line could not be broken after all, since another fault came too near: the next line will do. */
  readonly #owed: LineFault[] = [];
  #wait: number;

  /**
   * @param spared files that no line fault may touch
   * @param others breaks the share of the other lines, if there is one
   */
  constructor(
    seed: string,
    server: string,
    planned: readonly PlannedFault[],
    spared: ReadonlySet<string>,
    others: RateSelection | undefined,
  ) {
    this.#seed = seed;
    this.#server = server;
    for (const { fault, file, number } of planned) this.#planned.set(at(file, number), fault);
    this.#spared = spared;
    this.#others = others;
    this.#wait = others?.gap() ?? Infinity;
  }

  gap(): number {
    return 0;
  }

  *operators(file: string, number: number): Generator<LineFault> {
    if (this.#spared.has(file)) return;
    const planned = this.#planned.get(at(file, number));
    if (planned) this.#owed.push(planned);
    yield* this.#owed.slice();
    this.#wait -= 1;
    if (this.#wait >= 0 || this.#planned.has(at(file, number + 1))) return;
    yield* this.#others!.operators();
  }

  random(fault: LineFault, file: string, number: number): Stream {
    return plannedStream(this.#seed, { fault, server: this.#server, file, number });
  }

  confirms(fault: LineFault): boolean {
    const index = this.#owed.indexOf(fault);
    if (index >= 0) this.#owed.splice(index, 1);
    else this.#wait += this.#others!.gap() + 1;
    return true;
  }

  /** Planned operators that found no line. */
  get left(): readonly LineFault[] {
    return this.#owed;
  }
}
