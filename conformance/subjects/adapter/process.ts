import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { BOUNDS } from '../../../src/base/bounds.ts';
import { NEWLINE } from '../../../src/store/byte-reader.ts';
import { processStopwatch, type Stopwatch } from '../processor-time.ts';
import { fileSystemError, type UserError } from '../../../src/base/user-error.ts';

/** The words for the end of a process that has nothing to complain of. */
export const EXITS_WELL = 'it exits with 0';

/** Bytes of a line that are kept. */
export const LONGEST_LINE = BOUNDS.answerBytes.most;
/** Characters of standard error that are kept. */
const TAIL = 2000;

/** Callbacks about a process. */
export interface ProcessEvents {
  /** A line of its standard output, without its newline. */
  line(text: string): void;
  /** A line has become longer than can be kept. */
  tooLong(): void;
  /** It has ended, and all that it wrote has been given. */
  end(reason: string): void;
}

/** Why a process cannot be started that is no fault of the command. */
const SURROUNDINGS = ['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM'];

/** @throws UserError when the surroundings do not let anything be started */
function started(command: readonly string[], env: NodeJS.ProcessEnv, stdio: StdioOptions = 'pipe'): ChildProcess {
  try {
    return spawn(command[0]!, command.slice(1), { detached: true, stdio, env });
  } catch (error) {
    throw fileSystemError(error, `start ${command[0]}`) ?? error;
  }
}

const living = new Set<number>();

/** Kills all processes of a group; those that are gone already are no error. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: nobody is left in it.
  }
}

process.on('exit', () => living.forEach(killGroup));

/**
 * Ends what is left of adapters when the kit is killed and cannot do it itself: a shell that is told which groups live, and
 * hears by the end of its input that the kit is gone. No number is read from a file.
 */
let guard: ChildProcess | undefined;
const GUARD =
  'trap "" HUP INT TERM; while read -r now; do living=$now; done; for group in $living; do kill -KILL "-$group"; done';

function tellGuard(): void {
  if (!guard) {
    guard = started(['sh', '-c', GUARD], process.env, ['pipe', 'ignore', 'ignore']);
    // Where there is no sh, an adapter that hangs outlives a kit that is killed.
    guard.on('error', () => undefined);
    guard.stdin?.on('error', () => undefined);
    guard.unref();
    (guard.stdin as Socket | null)?.unref();
  }
  guard.stdin?.write(`${[...living].join(' ')}\n`);
}

function beginGroup(group: number): void {
  living.add(group);
  tellGuard();
}

function endGroup(group: number): void {
  if (!living.delete(group)) return;
  killGroup(group);
  tellGuard();
}

/** An adapter's process, in a group of its own, so that its children end with it. */
export class AdapterProcess {
  readonly #child: ChildProcess;
  /** Callbacks that are called about the process. */
  events: ProcessEvents;
  #pieces: Buffer[] = [];
  #pending = 0;
  #stderr = '';
  #done = false;
  #broken: UserError | undefined;
  /** End of the process, in words. */
  readonly ended: Promise<string>;

  constructor(command: readonly string[], events: ProcessEvents, env = process.env) {
    this.events = events;
    this.#child = started(command, env);
    if (this.#child.pid !== undefined) beginGroup(this.#child.pid);
    // Without descriptors left, it has no pipes either.
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdout?.on('data', (bytes: Buffer) => this.#read(bytes));
    this.#child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (this.#stderr = (this.#stderr + text).slice(-TAIL)));
    this.ended = new Promise((resolve) => {
      const end = (reason: string) => {
        this.#end(reason);
        resolve(reason);
      };
      this.#child.on('error', (error: NodeJS.ErrnoException) => {
        if (SURROUNDINGS.includes(error.code ?? '')) this.#broken = fileSystemError(error, `start ${command[0]}`);
        end(`it cannot be started: ${error.message}`);
      });
      this.#child.on('exit', (code, signal) =>
        this.#afterOutput(() => end(signal ? `it is killed by ${signal}` : `it exits with ${code}`)),
      );
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Error of the system that kept the process from being started. */
  get broken(): UserError | undefined {
    return this.#broken;
  }

  /** The beginning of a line that it has not ended. */
  get partial(): string {
    return Buffer.concat(this.#pieces).toString('utf8', 0, TAIL);
  }

  /** The end of what it has written to standard error. */
  get stderrTail(): string {
    return this.#stderr.trim();
  }

  /** Writes to its standard input: what is sent in one turn, in one go. */
  send(text: string | Uint8Array): void {
    const { stdin } = this.#child;
    if (stdin?.writableCorked === 0) {
      stdin.cork();
      process.nextTick(() => stdin.uncork());
    }
    stdin?.write(text);
  }

  /** Closes its standard input. */
  finish(): void {
    this.#child.stdin?.end();
  }

  /** Kills it and its children; nothing more is read of what they write. */
  kill(): void {
    this.#done = true;
    this.#close();
  }

  /** The largest memory it has had, in bytes, where the platform tells [proc(5)]. */
  memory(): number | undefined {
    try {
      const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.pid}/status`, 'latin1'))?.[1];
      return peak === undefined ? undefined : Number(peak) * 1024;
    } catch {
      return undefined;
    }
  }

  /** Takes the processor time of it and its children from now on. */
  stopwatch(): Stopwatch {
    return this.pid === undefined ? () => undefined : processStopwatch(this.pid);
  }

  /** Waits until its output has been read, but not for a child that holds the pipe open. */
  #afterOutput(then: () => void): void {
    const { stdout } = this.#child;
    if (!stdout || stdout.closed || stdout.readableEnded) return then();
    const timer = setTimeout(then, GRACE);
    stdout.once('close', () => {
      clearTimeout(timer);
      then();
    });
  }

  #read(bytes: Buffer): void {
    for (let start = 0; !this.#done;) {
      const newline = bytes.indexOf(NEWLINE, start);
      if (newline < 0) {
        this.#pieces.push(bytes.subarray(start));
        this.#pending += bytes.length - start;
        if (this.#pending > LONGEST_LINE) this.events.tooLong();
        return;
      }
      const end = bytes.subarray(start, newline);
      const line = this.#pieces.length > 0 ? Buffer.concat([...this.#pieces, end]) : end;
      this.#pieces = [];
      this.#pending = 0;
      start = newline + 1;
      this.events.line(line.toString('utf8'));
    }
  }

  #end(reason: string): void {
    const done = this.#done;
    this.kill();
    if (!done) this.events.end(reason);
  }

  #close(): void {
    const { pid, stdin, stdout, stderr } = this.#child;
    if (pid !== undefined) endGroup(pid);
    stdin?.destroy();
    stdout?.destroy();
    stderr?.destroy();
  }
}

/** Milliseconds that the rest of its output may take after a process has ended. */
const GRACE = 200;
