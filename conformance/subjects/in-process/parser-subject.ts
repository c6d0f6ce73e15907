import { checkFiles, checkLines, DEEPEST } from '../adapter/answer.ts';
import { writeArchive } from '../adapter/archive-file.ts';
import { layTrap } from '../adapter/trap.ts';
import { threadStopwatch, type Stopwatch } from '../processor-time.ts';
import type { Parser } from '../parser.ts';
import { isAdapterFailure, type Asking, type Claims, type Outcome, type Reply, type Subject } from '../subject.ts';
import type { ArchiveCommand, Command, ParseCommand } from '../trial.ts';

const claimsOf = ({
  name,
  version = '',
  level,
  dialects,
  strict = [],
  limits = {},
  skip = [],
  archive,
}: Parser): Claims => ({
  parser: name,
  version,
  language: 'javascript',
  depth: level,
  dialects,
  strict,
  archives: archive !== undefined,
  limits,
  skip,
  window: 1,
});

const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);

/**
 * A parser in the same process. It has no time limit while it computes, since nobody can stop it, but a promise that it does
 * not keep in time is a hang.
 */
export class ParserSubject implements Subject {
  readonly claims: Claims;
  readonly noise = { count: 0, first: '' };
  answers = 0;
  readonly remembers = false;
  readonly #parser: Parser;
  readonly timeout: number;

  /** @param timeout milliseconds */
  constructor(parser: Parser, timeout: number) {
    this.claims = claimsOf(parser);
    this.#parser = parser;
    this.timeout = timeout;
  }

  async ask(command: Command, { timeout = this.timeout }: Asking = {}): Promise<Reply> {
    const begin = performance.now();
    const outcome: Outcome =
      command.cmd === 'parse' ? await this.#parse(command, timeout) : await this.#archive(command, timeout);
    if (!isAdapterFailure(outcome)) this.answers += 1;
    // A record that nobody asked for is not looked at, however deep it is.
    const isTooDeep = command.want === 'records' && nestsDeeper(outcome);
    return { ...(isTooDeep ? TOO_DEEP : outcome), ms: performance.now() - begin };
  }

  async memory(): Promise<number> {
    return process.memoryUsage().rss;
  }

  stopwatch(): Stopwatch {
    return threadStopwatch();
  }

  async close(): Promise<void> {}

  async #parse({ chunks, dialect, want }: ParseCommand, timeout: number): Promise<Outcome> {
    try {
      const lines = await inTime(this.#parser.parse(chunks, { dialect, want }), timeout);
      if (lines === LATE) return late(timeout);
      return typeof lines === 'object' && 'records' in lines
        ? { kind: 'records', records: lines.records }
        : checkLines(lines);
    } catch (error) {
      return { kind: 'crash', reason: `it throws ${reasonOf(error)}` };
    }
  }

  async #archive(command: ArchiveCommand, timeout: number): Promise<Outcome> {
    const trap = layTrap(command);
    const { dialect, want, name, bytes } = command;
    const written = writeArchive({ name, bytes: trap?.bytes ?? bytes });
    try {
      const files = await inTime(this.#parser.archive!(written.path, { dialect, want }), timeout);
      return trap?.sprung(written.folder) ?? (files === LATE ? late(timeout) : checkFiles(files));
    } catch (error) {
      return trap?.sprung(written.folder) ?? { kind: 'error', error: reasonOf(error) };
    } finally {
      trap?.remove();
      written.remove();
    }
  }
}

const TOO_DEEP: Outcome = { kind: 'protocol', reason: `its answer nests deeper than ${DEEPEST} levels` };

/** Whether an answer nests deeper than any that is asked for; one that holds itself does so without end. */
function nestsDeeper(outcome: Outcome): boolean {
  const waiting: [value: unknown, depth: number][] = [[outcome, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) return true;
    for (const part of Object.values(value)) waiting.push([part, depth + 1]);
  }
  return false;
}

const LATE = Symbol('late');

const late = (timeout: number): Outcome => ({ kind: 'hang', reason: `it gives no answer within ${timeout} ms` });

/** What a parser returns, at once or by a promise that it keeps within a time. */
async function inTime<T>(returned: T | Promise<T>, timeout: number): Promise<T | typeof LATE> {
  if (!(returned instanceof Promise)) return returned;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof LATE>((resolve) => (timer = setTimeout(resolve, timeout, LATE)));
  return await Promise.race([returned, limit]).finally(() => clearTimeout(timer));
}
