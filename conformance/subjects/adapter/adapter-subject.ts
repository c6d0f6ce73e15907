import { nestsDeeper } from '../../../src/base/bounded-json.ts';
import { UserError } from '../../../src/base/user-error.ts';
import type { Stopwatch } from '../processor-time.ts';
import { exactJson } from '../exact-json.ts';
import type { Asking, Breakdown, Claims, Outcome, Reply, Subject } from '../subject.ts';
import type { Command } from '../trial.ts';
import { DEEPEST, outcomeOf, shorten } from './answer.ts';
import { History, sizeOf } from './history.ts';
import { placeArchive, type ArchivePlace } from './archive-place.ts';
import { AdapterProcess, EXITS_WELL, LONGEST_LINE } from './process.ts';
import type { StoredArchives } from './stored-archives.ts';
import { Suspects } from './suspects.ts';
import { layTrap, type Trap } from './trap.ts';
import { temporaryFolder } from './workspace.ts';
import { answerIn, bye, claimsOf, hello, helloFault, wire } from './wire.ts';

/** A command on its way. */
interface Asked {
  readonly command: Command;
  readonly asking: Asking;
  /** Of its archive, if that lies somewhere else than in a temporary folder. */
  readonly address: string | undefined;
  readonly trap: Trap | undefined;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
  id: number;
  place: ArchivePlace | undefined;
  /** What was written outside its archive, in an earlier process too. */
  escaped: Outcome | undefined;
  /** When it became the oldest unanswered one. */
  since: number;
  /** What its process had been asked before. */
  before: () => readonly Command[];
}

/** How an adapter is run. */
export interface AdapterOptions {
  /** Milliseconds for an answer. */
  readonly timeout: number;
  /** Milliseconds for hello: a virtual machine takes its time to start. */
  readonly start?: number;
  /** The kit's name and version, for hello. */
  readonly kit: string;
  /** Where archives lie while they are read; a temporary folder if left out. */
  readonly archives?: StoredArchives | undefined;
}

/** How many answered commands are kept, to tell who was answered twice and what came before a crash. */
const KEPT = 64;
/** Milliseconds in which an adapter whose input has ended may still answer hello. */
const FLUSHED = 2000;
/** Milliseconds for hello. */
const START = 20_000;
/** Milliseconds between two looks at the clock. */
const TICK = 25;
/** Milliseconds more for each byte of a command: large inputs may take longer. */
const PER_BYTE = 1 / 100;
/** Milliseconds in which a process that has just answered may end before it is asked again. */
const PAUSE = 100;

/** A process cannot be started again, and that is no fault of its own. */
class Broken extends UserError {}

/** No process reads an archive any more: its trap is looked at, and its place is free. */
function leave(asked: Asked): void {
  if (!asked.place) return;
  asked.escaped ??= asked.trap?.sprung(asked.place.folder);
  asked.place.remove();
  asked.place = undefined;
}

const isExact = (command: Command): boolean => command.cmd === 'parse' && command.exact === true;

/** A parser behind an adapter: a process that is kept for many commands, and started again when it breaks down. */
export class AdapterSubject implements Subject {
  claims!: Claims;
  answers = 0;
  readonly remembers = true;
  readonly noise = { count: 0, first: '' };
  readonly timeout: number;
  readonly #command: readonly string[];
  readonly #options: AdapterOptions;
  readonly #queue: Asked[] = [];
  #sent: Asked[] = [];
  #answered: Asked[] = [];
  #process: AdapterProcess | undefined;
  #history = new History();
  #starting: Promise<void> | undefined;
  #greet: ((answer: Record<string, unknown> | string) => void) | undefined;
  /** Commands that are asked one by one, because one of them made the process end. */
  #suspects: Suspects<Asked> | undefined;
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
    await subject.#start();
    subject.#clock = setInterval(() => subject.#tick(), TICK);
    return subject;
  }

  ask(command: Command, asking: Asking = {}): Promise<Reply> {
    const { archives } = this.#options;
    if (command.cmd === 'parse') return this.#ask(command, asking);
    const trap = layTrap(command);
    if (!archives) return this.#ask(command, asking, { trap });
    return archives.lend({ name: command.name, bytes: trap?.bytes ?? command.bytes }, (address) =>
      this.#ask(command, asking, { address, trap }),
    );
  }

  async memory(): Promise<number | undefined> {
    return this.#process?.memory();
  }

  stopwatch(): Stopwatch {
    return this.#process?.stopwatch() ?? (() => undefined);
  }

  /**
   * Says bye, and waits for the process to exit; kills it when it does not.
   *
   * @returns how it ended otherwise than it should; undefined when all is right
   */
  async close(): Promise<string | undefined> {
    clearInterval(this.#clock);
    const running = this.#process;
    this.#process = undefined;
    if (!running) return undefined;
    running.send(bye);
    running.finish();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      running.kill();
    }, this.#options.timeout);
    const reason = await running.ended;
    clearTimeout(timer);
    if (late) return `it does not exit within ${this.#options.timeout} ms`;
    return reason === EXITS_WELL ? undefined : reason;
  }

  #ask(
    command: Command,
    asking: Asking,
    { address, trap }: Partial<Pick<Asked, 'address' | 'trap'>> = {},
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#queue.push({
        command,
        asking,
        address,
        trap,
        resolve,
        reject,
        id: 0,
        place: undefined,
        escaped: undefined,
        since: 0,
        before: () => [],
      });
      this.#pump();
    });
  }

  /** @throws UserError */
  async #start(): Promise<void> {
    this.#process?.kill();
    this.#answered = [];
    this.#history = new History();
    const limit = this.#options.start ?? START;
    let silent = false;
    const answer = await new Promise<Record<string, unknown> | string>((resolve) => {
      let timer = setTimeout(() => {
        silent = true;
        // What it has written but kept back comes out when its input ends.
        this.#process?.finish();
        timer = setTimeout(resolve, Math.min(limit, FLUSHED), '');
      }, limit);
      this.#greet = (said) => {
        clearTimeout(timer);
        resolve(said);
      };
      const started: AdapterProcess = new AdapterProcess(
        this.#command,
        {
          line: (text) => this.#process === started && this.#line(text),
          tooLong: () => this.#process === started && this.#tooLong(),
          end: (reason) => this.#process === started && this.#end(reason),
        },
        { ...process.env, TMPDIR: temporaryFolder() },
      );
      this.#process = started;
      started.send(hello(this.#options.kit));
    });
    this.#greet = undefined;
    const broken = this.#process?.broken;
    if (broken) throw new Broken(broken.message, { cause: broken });
    const said = typeof answer === 'string' ? answer : helloFault(answer);
    const fault = silent ? this.#silence(limit, answer) : said;
    if (fault === undefined) {
      this.claims ??= claimsOf(answer as Record<string, unknown>);
      return;
    }
    const words = this.#process?.words ?? '';
    this.#process?.kill();
    this.#process = undefined;
    const named = this.#command.join(' ');
    throw new UserError(
      `the adapter "${named}" fails hello: ${fault}${words ? `; its last words: ${words.split('\n').slice(-3).join(' | ')}` : ''}`,
    );
  }

  /** What is likely of an adapter that has not answered hello in time, by what it does once its input has ended. */
  #silence(limit: number, answer: Record<string, unknown> | string): string {
    const late = `it does not answer hello within ${limit} ms`;
    if (typeof answer === 'object')
      return `${late}, but does when its input ends: it does not flush; let it flush standard output after every answer (in Python: print(..., flush=True))`;
    const partial = this.#process?.partial ?? '';
    if (partial.trim() !== '')
      return `${late}: it has begun a line, but not ended it: ${shorten(partial)}; let it write a newline after every answer, and flush`;
    if (this.noise.count > 0)
      return `${late}: it has printed ${this.noise.count} lines that are no JSON object, the first: ${this.noise.first}`;
    return `${late}; it must read a line of standard input without waiting for more, and flush what it answers`;
  }

  /** Starts the process again; a process that could be started once and no longer can is told as a crash of what waits. */
  #restart(): void {
    this.#starting ??= this.#start()
      .catch((error: Error) => {
        if (error instanceof Broken) this.#queue.splice(0).forEach((asked) => this.#give(asked, error));
        else this.#queue.splice(0, 1).forEach((asked) => this.#settle(asked, { kind: 'crash', reason: error.message }));
      })
      .finally(() => {
        this.#starting = undefined;
        this.#pump();
      });
  }

  #pump(): void {
    const window = this.#suspects ? 1 : this.claims.window;
    while (!this.#starting && this.#queue.length > 0 && this.#sent.length < window) {
      const next = this.#queue[0]!;
      if (!this.#suspects && next.asking.wanted?.() === false) {
        this.#queue.shift();
        this.#settle(next, { kind: 'hang', reason: 'nobody waits for its answer any more' });
        continue;
      }
      const fresh = next.command.fresh === true;
      if (fresh && this.#sent.length > 0) return;
      if (!this.#process || (fresh && this.#answered.length > 0)) return this.#restart();
      this.#queue.shift();
      this.#send(next);
    }
  }

  #send(asked: Asked): void {
    const { command } = asked;
    asked.id = this.#nextId;
    this.#nextId += 1;
    asked.place =
      command.cmd === 'archive'
        ? placeArchive({ name: command.name, bytes: asked.trap?.bytes ?? command.bytes }, asked.address)
        : undefined;
    asked.since = performance.now();
    this.#sent.push(asked);
    const history = this.#history;
    const place = history.add(command);
    // What is asked again alone, because a process has ended, keeps what came before in that process.
    if (!this.#suspects) asked.before = () => history.before(place);
    this.#process!.send(wire(command, asked.id, asked.place?.path));
  }

  #tooLong(): void {
    const reason = `it writes a line of more than ${LONGEST_LINE} bytes`;
    if (this.#greet) this.#greet(reason);
    else if (this.#sent.length > 0) this.#breakdown({ kind: 'protocol', reason });
    else {
      this.#process?.kill();
      this.#process = undefined;
    }
  }

  #line(text: string): void {
    const [oldest] = this.#sent;
    if (this.#greet && /^\ufeff|\0/.test(text))
      return this.#greet(
        `its first line ${text.startsWith('\ufeff') ? 'begins with a byte order mark' : 'is no UTF-8, but perhaps UTF-16'}; let it write plain ASCII`,
      );
    if (nestsDeeper(text, DEEPEST)) {
      const reason = `it answers with JSON that nests deeper than ${DEEPEST} levels`;
      if (this.#greet) return this.#greet(reason);
      return oldest ? this.#breakdown({ kind: 'protocol', reason, words: shorten(text) }) : this.#noise(text);
    }
    const answer = answerIn(text);
    if (!answer) {
      const meant = oldest && !this.#greet && new RegExp(`^\\s*\\{\\s*"id"\\s*:\\s*${oldest.id}\\b`).test(text);
      if (!meant) return this.#noise(text);
      return this.#breakdown({ kind: 'protocol', reason: 'its answer is no JSON', words: shorten(text) });
    }
    if (this.#greet) return this.#greet(answer);
    const { id } = answer;
    const twice = this.#answered.find((asked) => asked.id === id);
    if (twice) {
      twice.asking.stray?.({ kind: 'protocol', reason: `it answers command ${twice.id} twice`, words: shorten(text) });
      return;
    }
    const breakdown: Breakdown = {
      kind: 'protocol',
      reason: `it answers with the id ${JSON.stringify(id)}${oldest ? `, not ${oldest.id}` : ', when nothing was asked'}`,
      words: shorten(text),
    };
    if (!oldest) return this.#answered.at(-1)?.asking.stray?.(breakdown);
    if (id === oldest.id)
      this.#answer(oldest, outcomeOf(isExact(oldest.command) ? (exactJson(text) as typeof answer) : answer));
    else this.#breakdown(breakdown);
  }

  #noise(text: string): void {
    if (text.trim() === '') return;
    if (this.noise.count === 0) this.noise.first = shorten(text);
    this.noise.count += 1;
  }

  #answer(asked: Asked, outcome: Outcome): void {
    this.#sent.shift();
    this.answers += 1;
    const [next] = this.#sent;
    const now = performance.now();
    if (this.#answered.length === KEPT) this.#answered.shift();
    this.#answered.push(asked);
    if (this.#suspects) this.#suspects.answers.set(asked, outcome);
    else this.#settle(asked, outcome, now);
    if (next) next.since = now;
    this.#pump();
    this.#endSuspicion();
  }

  #settle(asked: Asked, outcome: Outcome, now = performance.now()): void {
    leave(asked);
    asked.trap?.remove();
    asked.resolve({ ...(asked.escaped ?? outcome), ms: now - asked.since, before: asked.before });
  }

  /** The surroundings do not let it be asked. */
  #give(asked: Asked, error: UserError): void {
    leave(asked);
    asked.trap?.remove();
    asked.reject(error);
  }

  /** The oldest command has gone wrong in a way that leaves the process of no use. */
  #breakdown(breakdown: Breakdown): void {
    const [oldest, ...others] = this.#sent;
    const words = breakdown.words ?? this.#process?.words ?? '';
    this.#process?.kill();
    this.#process = undefined;
    this.#sent = [];
    others.forEach(leave);
    this.#queue.unshift(...others);
    this.#suspects?.convict(oldest!);
    this.#settle(oldest!, { ...breakdown, words });
    this.#pump();
    this.#endSuspicion();
  }

  #tick(): void {
    const [oldest] = this.#sent;
    if (!oldest || this.#starting) return;
    const limit = (oldest.asking.timeout ?? this.#options.timeout) + sizeOf(oldest.command) * PER_BYTE;
    if (performance.now() - oldest.since < limit) return;
    this.#breakdown({ kind: 'hang', reason: `it gives no answer within ${Math.round(limit)} ms` });
  }

  /** The process has ended by itself. */
  #end(reason: string): void {
    if (this.#greet) return this.#greet(`${reason} before it answers hello`);
    const words = this.#process?.words ?? '';
    this.#process = undefined;
    const waiting = this.#sent;
    if (waiting.length === 0) {
      this.#answered.at(-1)?.asking.stray?.({ kind: 'crash', reason: `${reason} after its answer`, words });
      return this.#pump();
    }
    if (this.#suspects) return this.#breakdown({ kind: 'crash', reason, words });
    this.#sent = [];
    this.#suspects = new Suspects(waiting, this.#answered, { kind: 'crash', reason, words });
    waiting.forEach(leave);
    this.#queue.unshift(...waiting);
    this.#pump();
  }

  /** When all suspects have been heard, tells each what came of it. */
  #endSuspicion(): void {
    const suspects = this.#suspects;
    if (!suspects?.heard) return;
    this.#suspects = undefined;
    for (const [asked, outcome] of suspects.answers) {
      if (asked === suspects.unexplained) this.#explain(asked, outcome, suspects).catch(asked.reject);
      else this.#settle(asked, outcome);
    }
    this.#pump();
  }

  /** Perhaps the command before made the process end after its answer; otherwise the oldest did, with what came before. */
  async #explain(oldest: Asked, outcome: Outcome, { before, breakdown }: Suspects<Asked>): Promise<void> {
    const previous = before.at(-1);
    const guilty = previous && (await endsAfter(this.#command, this.#options, previous.command));
    if (!guilty) return this.#settle(oldest, breakdown);
    previous.asking.stray?.({ ...breakdown, reason: `${breakdown.reason} after its answer` });
    this.#settle(oldest, outcome);
  }
}

/** Whether a fresh process ends by itself soon after it has answered a command. */
async function endsAfter(adapter: readonly string[], options: AdapterOptions, command: Command): Promise<boolean> {
  const subject = await AdapterSubject.start(adapter, options);
  let ended = false;
  await subject.ask(command, { stray: () => (ended = true) });
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  await subject.close();
  return ended;
}
