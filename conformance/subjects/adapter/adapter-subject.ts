import type { Stopwatch } from '../processor-time.ts';
import type { AdapterFailure, Asking, Claims, Outcome, Reply, Subject } from '../subject.ts';
import type { Command } from '../trial.ts';
import { CrashBisection } from './crash-bisection.ts';
import { greet } from './greeting.ts';
import { CannotStart, PendingCommand } from './pending-command.ts';
import { EXITS_WELL, type AdapterProcess } from './process.ts';
import { AdapterSession } from './session.ts';
import type { StoredArchives } from './stored-archives.ts';
import { layTrap } from './trap.ts';
import { bye } from './messages.ts';

/** Options for running an adapter. */
export interface AdapterOptions {
  /** Milliseconds for an answer. */
  readonly timeout: number;
  /** Milliseconds for hello. */
  readonly start?: number;
  /** Where archives lie while they are read; a temporary folder if left out. */
  readonly archives?: StoredArchives | undefined;
}

/** Milliseconds between two looks at the clock. */
const TICK = 25;
/** Milliseconds in which a process that has just answered may end before it is asked again. */
const PAUSE = 100;

/** State of its process: there is none; it is being greeted; it answers. */
type State =
  | { readonly name: 'ended' }
  | { readonly name: 'greeting' }
  | { readonly name: 'serving'; readonly session: AdapterSession };

const ENDED: State = { name: 'ended' };
const GREETING: State = { name: 'greeting' };

/**
 * A parser behind an adapter: a process that is kept for many commands, and started again when it fails. While a crash is
 * bisected, one command waits at a time.
 */
export class AdapterSubject implements Subject {
  claims!: Claims;
  answers = 0;
  readonly remembers = true;
  readonly noise = { count: 0, first: '' };
  readonly timeout: number;
  readonly #command: readonly string[];
  readonly #options: AdapterOptions;
  readonly #queue: PendingCommand[] = [];
  #state: State = ENDED;
  #bisection: CrashBisection<PendingCommand> | undefined;
  #nextId = 1;
  #clock: NodeJS.Timeout | undefined;

  private constructor(command: readonly string[], options: AdapterOptions) {
    this.#command = command;
    this.#options = options;
    this.timeout = options.timeout;
  }

  /**
   * Starts an adapter and greets it.
   *
   * @param command the program and its arguments; no shell stands in between
   * @throws UserError when it cannot be started, or does not answer hello as the protocol says
   */
  static async start(command: readonly string[], options: AdapterOptions): Promise<AdapterSubject> {
    const subject = new AdapterSubject(command, options);
    await subject.#greet();
    subject.#clock = setInterval(() => subject.#session?.checkTime(options.timeout), TICK);
    return subject;
  }

  ask(command: Command, asking: Asking = {}): Promise<Reply> {
    const { archives } = this.#options;
    if (command.cmd === 'parse') return this.#enqueue(new PendingCommand(command, { asking }));
    const trap = layTrap(command);
    if (!archives) return this.#enqueue(new PendingCommand(command, { asking, trap }));
    return archives.lend({ name: command.name, bytes: trap?.bytes ?? command.bytes }, (address) =>
      this.#enqueue(new PendingCommand(command, { asking, trap, address })),
    );
  }

  async memory(): Promise<number | undefined> {
    return this.#session?.process.memory();
  }

  stopwatch(): Stopwatch {
    return this.#session?.process.stopwatch() ?? (() => undefined);
  }

  /**
   * Says bye, and waits for the process to exit; kills it when it does not.
   *
   * @returns how it ended otherwise than it should; undefined when all is right
   */
  async close(): Promise<string | undefined> {
    clearInterval(this.#clock);
    const running = this.#session?.process;
    this.#state = ENDED;
    if (!running) return undefined;
    running.events = { line: () => undefined, tooLong: () => running.kill(), end: () => undefined };
    running.send(bye);
    running.finish();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      running.kill();
    }, this.timeout);
    const reason = await running.ended;
    clearTimeout(timer);
    if (late) return `it does not exit within ${this.timeout} ms`;
    return reason === EXITS_WELL ? undefined : reason;
  }

  get #session(): AdapterSession | undefined {
    return this.#state.name === 'serving' ? this.#state.session : undefined;
  }

  #enqueue(pending: PendingCommand): Promise<Reply> {
    this.#queue.push(pending);
    this.#pump();
    return pending.reply;
  }

  /** Sends what may be sent, to a process that is started where none is there. */
  #pump(): void {
    const window = this.#bisection ? 1 : this.claims.window;
    while (this.#queue.length > 0 && this.#state.name !== 'greeting') {
      const session = this.#session;
      const waiting = session?.sent.length ?? 0;
      if (waiting >= window) return;
      const next = this.#queue[0]!;
      if (!this.#bisection && next.asking.wanted?.() === false) {
        this.#queue.shift();
        next.settle({ kind: 'hang', reason: 'nobody waits for its answer any more' });
        continue;
      }
      const isFresh = next.command.fresh === true;
      if (isFresh && waiting > 0) return;
      if (!session || (isFresh && session.answered.length > 0)) return this.#restart();
      this.#queue.shift();
      session.send(next, this.#nextId, this.#bisection !== undefined);
      this.#nextId += 1;
    }
  }

  /** @throws UserError */
  async #greet(): Promise<void> {
    this.#endProcess(GREETING);
    try {
      const claims = await greet(this.#command, this.noise, (process) => this.#serve(process), this.#options.start);
      this.claims ??= claims;
    } catch (error) {
      this.#state = ENDED;
      throw error;
    }
  }

  /** Starts the process again; a process that could be started once and no longer can is told as a crash of what waits. */
  #restart(): void {
    this.#greet()
      .catch((error: Error) => {
        if (error instanceof CannotStart) this.#queue.splice(0).forEach((pending) => pending.reject(error));
        else
          this.#queue.splice(0, 1).forEach((pending) => this.#fail(pending, { kind: 'crash', reason: error.message }));
      })
      .finally(() => this.#pump());
  }

  #serve(process: AdapterProcess): AdapterSession {
    const session: AdapterSession = new AdapterSession(process, this.noise, {
      answered: (pending, outcome) => this.#answered(pending, outcome),
      failed: (failure) => this.#failed(session, failure),
      ended: (reason) => this.#ended(session, reason),
    });
    this.#state = { name: 'serving', session };
    return session;
  }

  #answered(pending: PendingCommand, outcome: Outcome): void {
    this.answers += 1;
    if (this.#bisection) this.#bisection.answers.set(pending, outcome);
    else pending.settle(outcome);
    this.#endBisection();
    this.#pump();
  }

  /** Kills the process over its oldest command; the others are asked again. */
  #failed({ sent, process }: AdapterSession, failure: AdapterFailure): void {
    const [oldest, ...others] = sent;
    const words = failure.words ?? process.stderrTail;
    this.#endProcess(ENDED);
    this.#askAgain(others);
    this.#fail(oldest!, { ...failure, words });
    this.#pump();
  }

  #ended(session: AdapterSession, reason?: string): void {
    const { sent, answered, process } = session;
    const failure: AdapterFailure = { kind: 'crash', reason: reason ?? '', words: process.stderrTail };
    if (sent.length > 0 && this.#bisection) return this.#failed(session, failure);
    this.#endProcess(ENDED);
    if (sent.length > 0) {
      this.#bisection = new CrashBisection(sent, answered.at(-1), failure);
      this.#askAgain(sent);
    } else if (reason !== undefined) session.failLate({ ...failure, reason: `${reason} after its answer` });
    this.#pump();
  }

  #endProcess(state: State): void {
    this.#session?.process.kill();
    this.#state = state;
  }

  #askAgain(pending: readonly PendingCommand[]): void {
    for (const each of pending) each.releaseArchive();
    this.#queue.unshift(...pending);
  }

  #fail(pending: PendingCommand, failure: AdapterFailure): void {
    this.#bisection?.convict(pending);
    pending.settle(failure);
    this.#endBisection();
  }

  /** When all suspects have been asked again, tells each what came of it. */
  #endBisection(): void {
    const bisection = this.#bisection;
    if (!bisection?.isDone) return;
    this.#bisection = undefined;
    for (const [pending, outcome] of bisection.answers) {
      if (pending === bisection.unexplained) this.#explain(pending, outcome, bisection).catch((e) => pending.reject(e));
      else pending.settle(outcome);
    }
  }

  /** Perhaps the command before made the process end after its answer; otherwise the oldest did, with what came before. */
  async #explain(
    oldest: PendingCommand,
    outcome: Outcome,
    { previous, failure }: CrashBisection<PendingCommand>,
  ): Promise<void> {
    if (!previous || !(await endsAfter(this.#command, this.#options, previous.command))) return oldest.settle(failure);
    previous.asking.onLateFailure?.({ ...failure, reason: `${failure.reason} after its answer` });
    oldest.settle(outcome);
  }
}

/** Whether a fresh process ends by itself soon after it has answered a command. */
async function endsAfter(adapter: readonly string[], options: AdapterOptions, command: Command): Promise<boolean> {
  const subject = await AdapterSubject.start(adapter, options);
  let ended = false;
  await subject.ask(command, { onLateFailure: () => (ended = true) });
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  await subject.close();
  return ended;
}
