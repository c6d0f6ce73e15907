/** Measures what logs cost a parser, in processor time where the platform tells it. */
import type { Dialect } from '../../src/spec/index.ts';
import { isAdapterFailure, type AdapterFailure, type Subject } from '../subjects/subject.ts';
import type { Command } from '../subjects/trial.ts';

/** Milliseconds below which a time means nothing, by whether it is cut to ticks. */
const FLOOR = { exact: 0.5, cut: 20 };
/** Milliseconds that an answer may take, or so many times the usual limit: others may have the processor. */
const PATIENCE = 30_000;
const TIMES = 10;
/** A parser that takes so many milliseconds and works for less than one part in so many of them is read for by somebody else. */
const LONG = 500;
const PART = 20;
/** Milliseconds between two looks at a parser that has not answered yet. */
const LOOK = 100;
/** How often a log without lines is measured. */
const TRIES = 2;

/** A log, and the least times that it has taken, in milliseconds. */
export interface Rung {
  readonly command: Command;
  /** Bytes. */
  readonly size: number;
  /** Of processors; infinite until it is known. */
  worked: number;
  /** Of a clock. */
  waited: number;
}

/** Thrown by what measures, when a parser gives no answer. */
export class Unanswered {
  readonly failure: AdapterFailure;
  readonly rung: Rung;
  /** Milliseconds that it has worked, if that is known, and waited. */
  readonly worked: number | undefined;
  readonly waited: number;

  constructor(failure: AdapterFailure, rung: Rung, worked: number | undefined, waited: number) {
    this.failure = failure;
    this.rung = rung;
    this.worked = worked;
    this.waited = waited;
  }
}

const bytesOf = (command: Command): number =>
  command.cmd === 'parse' ? command.chunks.reduce((sum, { length }) => sum + length, 0) : command.bytes.length;
/** A log that is not measured yet. */
export const rungOf = (command: Command): Rung => ({
  command,
  size: bytesOf(command),
  worked: Infinity,
  waited: Infinity,
});
/** Asks for no more than verdicts: records would take their time too. */
export const asking = (dialect: Dialect, chunks: readonly Uint8Array[]): Command => ({
  cmd: 'parse',
  dialect,
  want: 'verdicts',
  chunks,
});
/** Whether somebody else reads for the parser: what was started waits, and does not work. */
export const isElsewhere = ({ worked, waited }: Rung): boolean => waited > LONG && worked < waited / PART;

/** `17 kB` */
export const inBytes = (bytes: number): string =>
  bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
/** `0.5 ms`, `17 ms` */
export const inMilliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** Measures one parser. */
export class Meter {
  readonly #subject: Subject;
  /** Whether the platform tells processor time: otherwise a clock's is taken for it. */
  readonly tells: boolean;
  /** What a log without lines takes. */
  #base = 0;
  #cut = false;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.tells = subject.stopwatch?.()() !== undefined;
  }

  get precision(): 'cut' | 'exact' {
    return this.#cut ? 'cut' : 'exact';
  }

  /** @throws Unanswered */
  async start(dialect: Dialect): Promise<void> {
    const empty = rungOf(asking(dialect, []));
    await this.measure(empty, TRIES);
    this.#base = empty.worked;
  }

  /** @throws Unanswered */
  async measure(rung: Rung, tries = 1): Promise<void> {
    for (let i = 0; i < tries; i += 1) await this.#once(rung);
  }

  /** Without what a log of any size takes. */
  time({ worked }: Rung): number {
    return Math.max(worked - this.#base, FLOOR[this.precision]);
  }

  power(from: Rung, to: Rung): number {
    return Math.log(this.time(to) / this.time(from)) / Math.log(to.size / from.size);
  }

  words(rungs: readonly Rung[]): string {
    const each = rungs.map((rung) => `${inBytes(rung.size)} take ${inMilliseconds(this.time(rung))}`);
    return `${each.join(', ')}${this.tells ? ' of processor time' : ' by the clock'}`;
  }

  async #once(rung: Rung): Promise<void> {
    const stopwatch = this.#subject.stopwatch?.();
    let worked: number | undefined;
    const look = () => {
      const time = stopwatch?.();
      if (time) [worked, this.#cut] = [time.ms, time.cut];
    };
    const looking = setInterval(look, LOOK);
    const timeout = Math.max(PATIENCE, TIMES * this.#subject.timeout);
    const reply = await this.#subject.ask(rung.command, { timeout }).finally(() => clearInterval(looking));
    if (isAdapterFailure(reply)) throw new Unanswered(reply, rung, worked, reply.ms);
    look();
    rung.worked = Math.min(rung.worked, this.tells ? (worked ?? Infinity) : reply.ms);
    rung.waited = Math.min(rung.waited, reply.ms);
  }
}
