import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The words for the end of a process that has nothing to complain of. */
export const EXITS_WELL = 'it exits with 0';

const NEWLINE = 10;
/** How much of standard error is kept. */
const TAIL = 2000;

/** What becomes of a process. */
export interface ProcessEvents {
  /** A line of its standard output, without its newline. */
  line(text: string): void;
  /** It has ended, and all that it wrote has been given. */
  end(reason: string): void;
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

/** An adapter's process, in a group of its own, so that its children end with it. */
export class AdapterProcess {
  readonly #child: ChildProcess;
  readonly #events: ProcessEvents;
  #pieces: Buffer[] = [];
  #words = '';
  #done = false;
  /** How it has ended, in words. */
  readonly ended: Promise<string>;

  constructor(command: readonly string[], events: ProcessEvents, env = process.env) {
    this.#events = events;
    this.#child = spawn(command[0]!, command.slice(1), { detached: true, stdio: 'pipe', env });
    if (this.#child.pid !== undefined) living.add(this.#child.pid);
    this.#child.stdin!.on('error', () => undefined);
    this.#child.stdout!.on('data', (bytes: Buffer) => this.#read(bytes));
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#words = (this.#words + text).slice(-TAIL)));
    this.ended = new Promise((resolve) => {
      const end = (reason: string) => {
        this.#end(reason);
        resolve(reason);
      };
      this.#child.on('error', (error) => end(`it cannot be started: ${error.message}`));
      this.#child.on('exit', (code, signal) => this.#afterOutput(() => end(signal ? `it is killed by ${signal}` : `it exits with ${code}`)));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Its last words on standard error. */
  get words(): string {
    return this.#words.trim();
  }

  /** Writes to its standard input. */
  send(text: string | Uint8Array): void {
    this.#child.stdin!.write(text);
  }

  /** Closes its standard input. */
  finish(): void {
    this.#child.stdin!.end();
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

  /** Waits until its output has been read, but not for a child that holds the pipe open. */
  #afterOutput(then: () => void): void {
    const { stdout } = this.#child;
    if (stdout!.closed || stdout!.readableEnded) return then();
    const timer = setTimeout(then, GRACE);
    stdout!.once('close', () => {
      clearTimeout(timer);
      then();
    });
  }

  #read(bytes: Buffer): void {
    for (let start = 0; !this.#done; ) {
      const newline = bytes.indexOf(NEWLINE, start);
      if (newline < 0) {
        this.#pieces.push(bytes.subarray(start));
        return;
      }
      const end = bytes.subarray(start, newline);
      const line = this.#pieces.length > 0 ? Buffer.concat([...this.#pieces, end]) : end;
      this.#pieces = [];
      start = newline + 1;
      this.#events.line(line.toString('utf8'));
    }
  }

  #end(reason: string): void {
    const done = this.#done;
    this.kill();
    if (!done) this.#events.end(reason);
  }

  #close(): void {
    const { pid, stdin, stdout, stderr } = this.#child;
    if (pid !== undefined && living.delete(pid)) killGroup(pid);
    stdin!.destroy();
    stdout!.destroy();
    stderr!.destroy();
  }
}

/** Milliseconds that the rest of its output may take after a process has ended. */
const GRACE = 200;
