import { nestsDeeper } from '../../../src/base/bounded-json.ts';
import { exactJson } from '../exact-json.ts';
import type { AdapterFailure, Outcome } from '../subject.ts';
import { DEEPEST, noteNoise, outcomeOf, shorten, type Noise } from './answer.ts';
import { History } from './history.ts';
import type { PendingCommand } from './pending-command.ts';
import { LONGEST_LINE, type AdapterProcess, type ProcessEvents } from './process.ts';
import { answerIn, encodeCommand } from './messages.ts';

/** Answered commands that are kept, to recognise a second answer to one, and what came before a crash. */
const KEPT = 64;

/** Callbacks about a session of an adapter. */
export interface SessionEvents {
  answered(pending: PendingCommand, outcome: Outcome): void;
  /** The oldest command has gone wrong in a way that leaves the process of no use. */
  failed(failure: AdapterFailure): void;
  /** The process has ended by itself; without a reason, it is of no use, though nobody has asked it anything. */
  ended(reason?: string): void;
}

/** One process of an adapter, from its answer to hello on: what it was asked, and what its lines answer. */
export class AdapterSession implements ProcessEvents {
  readonly process: AdapterProcess;
  /** Commands without an answer, the oldest first. */
  readonly sent: PendingCommand[] = [];
  /** The last that were answered. */
  readonly answered: PendingCommand[] = [];
  readonly #history = new History();
  readonly #events: SessionEvents;
  readonly #noise: Noise;

  constructor(process: AdapterProcess, noise: Noise, events: SessionEvents) {
    this.process = process;
    this.#noise = noise;
    this.#events = events;
  }

  /** @param isAgain whether it has been asked of another process, and keeps what came before it there */
  send(pending: PendingCommand, id: number, isAgain: boolean): void {
    const { command } = pending;
    const path = pending.writeArchive();
    pending.id = id;
    pending.since = performance.now();
    this.sent.push(pending);
    const index = this.#history.add(command);
    if (!isAgain) pending.before = () => this.#history.before(index);
    this.process.send(encodeCommand(command, id, path));
  }

  /** @param timeout milliseconds for an answer */
  checkTime(timeout: number): void {
    const [oldest] = this.sent;
    const limit = oldest?.limit(timeout) ?? Infinity;
    if (oldest && performance.now() - oldest.since >= limit)
      this.#events.failed({ kind: 'hang', reason: `it gives no answer within ${Math.round(limit)} ms` });
  }

  tooLong(): void {
    if (this.sent.length > 0) this.#violates(`it writes a line of more than ${LONGEST_LINE} bytes`);
    else this.#events.ended();
  }

  line(text: string): void {
    const [oldest] = this.sent;
    if (nestsDeeper(text, DEEPEST)) {
      if (!oldest) return noteNoise(this.#noise, text);
      return this.#violates(`it answers with JSON that nests deeper than ${DEEPEST} levels`, text);
    }
    const answer = answerIn(text);
    if (!answer) {
      const isMeant = oldest && new RegExp(`^\\s*\\{\\s*"id"\\s*:\\s*${oldest.id}\\b`).test(text);
      return isMeant ? this.#violates('its answer is no JSON', text) : noteNoise(this.#noise, text);
    }
    if (oldest && answer['id'] === oldest.id) this.#answer(oldest, answer, text);
    else this.#wrongId(answer['id'], oldest, text);
  }

  end(reason: string): void {
    this.#events.ended(reason);
  }

  /** Tells of a failure that came after an answer, to who asked last. */
  failLate(failure: AdapterFailure): void {
    this.answered.at(-1)?.asking.onLateFailure?.(failure);
  }

  #violates(reason: string, text?: string): void {
    this.#events.failed({ kind: 'protocol', reason, ...(text !== undefined && { words: shorten(text) }) });
  }

  #wrongId(id: unknown, oldest: PendingCommand | undefined, text: string): void {
    const words = shorten(text);
    const twice = this.answered.find((pending) => pending.id === id);
    if (twice) {
      twice.asking.onLateFailure?.({ kind: 'protocol', reason: `it answers command ${twice.id} twice`, words });
    } else if (oldest) this.#violates(`it answers with the id ${JSON.stringify(id)}, not ${oldest.id}`, text);
    else {
      const reason = `it answers with the id ${JSON.stringify(id)}, when nothing was asked`;
      this.failLate({ kind: 'protocol', reason, words });
    }
  }

  #answer(oldest: PendingCommand, answer: Record<string, unknown>, text: string): void {
    const { command } = oldest;
    const isExact = command.cmd === 'parse' && command.exact === true;
    this.sent.shift();
    if (this.answered.length === KEPT) this.answered.shift();
    this.answered.push(oldest);
    const [next] = this.sent;
    if (next) next.since = performance.now();
    this.#events.answered(oldest, outcomeOf(isExact ? (exactJson(text) as typeof answer) : answer));
  }
}
