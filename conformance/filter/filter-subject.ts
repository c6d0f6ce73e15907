import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../src/user-error.ts';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { checkLines } from '../adapter/answer.ts';
import { AdapterProcess, EXITS_WELL } from '../adapter/process.ts';
import { exactJson } from '../judge/exact.ts';
import { joined } from '../lines.ts';
import type { LineAnswer, ParserDepth } from '../parser.ts';
import type { Asking, Claims, Outcome, Reply, Subject } from '../subject.ts';
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

/** A program that reads one log on standard input and answers a JSON object a line: a process for each log. */
export class FilterSubject implements Subject {
  readonly claims: Claims;
  readonly noise = { count: 0, first: '' };
  readonly #command: readonly string[];
  readonly timeout: number;

  private constructor(command: readonly string[], timeout: number, depth: ParserDepth, dialects: readonly Dialect[]) {
    this.#command = command;
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
   * Tries a filter on one line, to learn how deep it reads.
   *
   * @param timeout milliseconds
   * @throws UserError when it does not read that line
   */
  static async start(command: readonly string[], timeout: number): Promise<FilterSubject> {
    const chunks = [Buffer.from(PROBE.line)];
    const first = new FilterSubject(command, timeout, 'lines', DIALECTS);
    const reply = await first.ask({ cmd: 'parse', dialect: 'documented', want: 'records', chunks });
    const answer = reply.kind === 'lines' ? reply.lines[0] : undefined;
    if (answer?.ok) return new FilterSubject(command, timeout, depthOf(answer), DIALECTS);
    const reason = 'reason' in reply ? reply.reason : `it answers ${JSON.stringify(answer ?? null)}, not {"ok":true}, to a line that conforms`;
    const words = 'words' in reply && reply.words ? `; its last words: ${reply.words.split('\n').slice(-3).join(' | ')}` : '';
    throw new UserError(`the filter "${command.join(' ')}" cannot be used: ${reason}${words}`);
  }

  async ask(command: Command, { timeout = this.timeout }: Asking = {}): Promise<Reply> {
    const begin = performance.now();
    const outcome = command.cmd === 'parse' ? await this.#filter(joined(command.chunks), timeout, command.exact ? exactJson : JSON.parse) : { kind: 'error' as const, error: 'a filter reads no archives' };
    return { ...outcome, ms: performance.now() - begin };
  }

  async close(): Promise<void> {}

  async #filter(log: Buffer, timeout: number, read: (text: string) => unknown): Promise<Outcome> {
    const lines: unknown[] = [];
    const running = new AdapterProcess(this.#command, { line: (text) => this.#line(text, lines, read), end: () => undefined });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      running.kill();
    }, timeout);
    running.send(log);
    running.finish();
    const ended = await running.ended;
    clearTimeout(timer);
    if (late) return { kind: 'hang', reason: `it does not exit within ${timeout} ms`, words: running.words };
    return ended === EXITS_WELL ? checkLines(lines) : { kind: 'crash', reason: ended, words: running.words };
  }

  #line(text: string, lines: unknown[], read: (text: string) => unknown): void {
    try {
      lines.push(read(text));
    } catch {
      if (this.noise.count === 0) this.noise.first = text.slice(0, 200);
      this.noise.count += 1;
    }
  }
}
