import { isDeepStrictEqual } from 'node:util';
import { nestsDeeper } from '../../../src/base/bounded-json.ts';
import { UserError } from '../../../src/base/user-error.ts';
import { EARLY_DIALECTS, type Dialect } from '../../../src/spec/index.ts';
import { checkLines, DEEPEST, noteNoise, shorten } from '../adapter/answer.ts';
import { AdapterProcess, EXITS_WELL, LONGEST_LINE } from '../adapter/process.ts';
import { childrenStopwatch, type Stopwatch } from '../processor-time.ts';
import { exactJson } from '../exact-json.ts';
import { joined } from '../lines.ts';
import type { LineAnswer, ParserDepth } from '../parser.ts';
import { isAdapterFailure, type Asking, type Claims, type Outcome, type Reply, type Subject } from '../subject.ts';
import type { Command } from '../trial.ts';

/** A line that shows how deep a filter reads. */
const PROBE = {
  event: { id: 'i4x://MITx/6.00x/sequential/Week_1', old: 4, new: 5 },
  line: '{"username": "ada", "session": "", "time": "2013-03-04T09:30:00.000125", "ip": "18.9.22.69", "agent": "", "page": "https://www.edx.org/", "event_source": "browser", "event_type": "seq_next", "event": "{\\"id\\":\\"i4x://MITx/6.00x/sequential/Week_1\\",\\"old\\":4,\\"new\\":5}"}\n',
};

function depthOf({ record }: LineAnswer): ParserDepth {
  if (typeof record !== 'object' || record === null) return 'lines';
  return isDeepStrictEqual((record as { event?: unknown }).event, PROBE.event) ? 'payload' : 'fields';
}

/** How many objects more than a log has bytes a filter may print before it is stopped. */
const MOST_MORE = 1000;

/** What a filter prints: an answer to each line, `{"ok":true,"record":{...}}`, or the records alone that it reads. */
type Form = 'lines' | 'records';

/** What a filter that prints the records alone exits with where it will not go on, such as jq at a line that is no JSON. */
const GIVES_UP = /^it exits with ([1-9]|[1-9]\d|1[01]\d|12[0-5])$/;

const isAnswer = (value: unknown): boolean => typeof (value as { ok?: unknown } | null)?.ok === 'boolean';

/** A program that reads one log on standard input and prints a JSON object a line: a process for each log. */
export class FilterSubject implements Subject {
  readonly claims: Claims;
  readonly noise = { count: 0, first: '' };
  answers = 0;
  readonly remembers = false;
  readonly #command: readonly string[];
  readonly #form: Form;
  readonly timeout: number;

  private constructor(
    command: readonly string[],
    timeout: number,
    form: Form,
    depth: ParserDepth,
    dialects: readonly Dialect[],
  ) {
    this.#command = command;
    this.#form = form;
    this.timeout = timeout;
    this.claims = {
      parser: command.join(' '),
      version: '',
      language: '',
      depth,
      dialects,
      strict: [],
      archives: false,
      limits: {},
      skip: [],
      window: 1,
    };
  }

  /**
   * Tries a filter on one line, to learn what it prints and how deep it reads.
   *
   * @param timeout milliseconds
   * @throws UserError when it does not read that line
   */
  static async start(command: readonly string[], timeout: number): Promise<FilterSubject> {
    const chunks = [Buffer.from(PROBE.line)];
    const first = new FilterSubject(command, timeout, 'records', 'lines', EARLY_DIALECTS);
    const reply = await first.ask({ cmd: 'parse', dialect: 'documented', want: 'records', chunks });
    const printed = reply.kind === 'records' ? reply.records : [];
    const [only] = printed;
    const answer = isAnswer(only) ? (only as LineAnswer) : { ok: printed.length === 1, record: only };
    if (answer.ok && typeof only === 'object' && only !== null) {
      return new FilterSubject(command, timeout, isAnswer(only) ? 'lines' : 'records', depthOf(answer), EARLY_DIALECTS);
    }
    const told = printed.length > 1 ? `${printed.length} objects` : shorten(JSON.stringify(only ?? null));
    const marked = first.noise.first.startsWith('\ufeff')
      ? 'its output begins with a byte order mark; let it write plain ASCII'
      : undefined;
    const reason =
      marked ??
      ('reason' in reply
        ? reply.reason
        : `it prints ${told} for a line that conforms, neither its record nor {"ok":true}`);
    const words =
      'words' in reply && reply.words ? `; its last words: ${reply.words.split('\n').slice(-3).join(' | ')}` : '';
    throw new UserError(`the filter "${command.join(' ')}" cannot be used: ${reason}${words}`);
  }

  async ask(command: Command, { timeout = this.timeout }: Asking = {}): Promise<Reply> {
    const begin = performance.now();
    const outcome: Outcome =
      command.cmd === 'parse'
        ? await this.#filter(joined(command.chunks), timeout, command.exact ? exactJson : JSON.parse)
        : { kind: 'error' as const, error: 'a filter reads no archives' };
    if (!isAdapterFailure(outcome)) this.answers += 1;
    return { ...outcome, ms: performance.now() - begin };
  }

  stopwatch(): Stopwatch {
    return childrenStopwatch();
  }

  async close(): Promise<void> {}

  async #filter(log: Buffer, timeout: number, read: (text: string) => unknown): Promise<Outcome> {
    const printed: unknown[] = [];
    let offence: Outcome | undefined;
    const offends = (reason: string) => {
      offence ??= { kind: 'protocol', reason };
      running.kill();
    };
    const line = (text: string) => {
      if (nestsDeeper(text, DEEPEST)) return offends(`it prints JSON that nests deeper than ${DEEPEST} levels`);
      this.#line(text, printed, read);
      if (printed.length > log.length + MOST_MORE)
        offends(`it prints more than ${printed.length} objects for a log of ${log.length} bytes`);
    };
    const running: AdapterProcess = new AdapterProcess(this.#command, {
      line,
      tooLong: () => offends(`it prints a line of more than ${LONGEST_LINE} bytes`),
      end: () => undefined,
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      running.kill();
    }, timeout);
    running.send(log);
    running.finish();
    const ended = await running.ended;
    clearTimeout(timer);
    if (running.broken) throw running.broken;
    if (offence) return offence;
    if (late) return { kind: 'hang', reason: `it does not exit within ${timeout} ms`, words: running.stderrTail };
    if (this.#form === 'records' && (ended === EXITS_WELL || GIVES_UP.test(ended)))
      return { kind: 'records', records: printed };
    return ended === EXITS_WELL ? checkLines(printed) : { kind: 'crash', reason: ended, words: running.stderrTail };
  }

  #line(text: string, printed: unknown[], read: (text: string) => unknown): void {
    try {
      printed.push(read(text));
    } catch {
      noteNoise(this.noise, text);
    }
  }
}
