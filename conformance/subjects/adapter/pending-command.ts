import { UserError } from '../../../src/base/user-error.ts';
import type { Asking, Outcome, Reply } from '../subject.ts';
import type { Command } from '../trial.ts';
import { writeArchive, type ArchiveFile } from './archive-file.ts';
import { sizeOf } from './history.ts';
import type { Trap } from './trap.ts';

/** Milliseconds more for each byte of a command: large inputs may take longer. */
const PER_BYTE = 1 / 100;

/** Circumstances of a command: options for asking it, its archive's address, its trap. */
interface Circumstances {
  readonly asking: Asking;
  /** Address of its archive, if that is stored elsewhere than in a temporary folder. */
  readonly address?: string;
  readonly trap?: Trap | undefined;
}

/** A command that waits for its reply, and its archive while a process may read it. */
export class PendingCommand {
  readonly command: Command;
  readonly asking: Asking;
  readonly reply: Promise<Reply>;
  id = 0;
  /** When it became the oldest unanswered one. */
  since = 0;
  /** Commands that its process was asked before. */
  before: () => readonly Command[] = () => [];
  readonly #address: string | undefined;
  readonly #trap: Trap | undefined;
  #archive: ArchiveFile | undefined;
  /** Outcome of a file that was written outside the archive, in an earlier process too. */
  #escaped: Outcome | undefined;
  #resolve!: (reply: Reply) => void;
  #reject!: (error: unknown) => void;

  constructor(command: Command, { asking, address, trap }: Circumstances) {
    this.command = command;
    this.asking = asking;
    this.#address = address;
    this.#trap = trap;
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /**
   * Writes its archive where a process can read it.
   *
   * @returns the path; undefined for a log
   */
  writeArchive(): string | undefined {
    const { command } = this;
    if (command.cmd !== 'archive') return undefined;
    this.#archive = writeArchive({ name: command.name, bytes: this.#trap?.bytes ?? command.bytes }, this.#address);
    return this.#archive.path;
  }

  /** No process reads its archive any more: its trap is looked at, and its folder is free. */
  releaseArchive(): void {
    if (!this.#archive) return;
    this.#escaped ??= this.#trap?.sprung(this.#archive.folder);
    this.#archive.remove();
    this.#archive = undefined;
  }

  /** Milliseconds for its answer. */
  limit(timeout: number): number {
    return (this.asking.timeout ?? timeout) + sizeOf(this.command) * PER_BYTE;
  }

  settle(outcome: Outcome, now = performance.now()): void {
    this.#end();
    this.#resolve({ ...(this.#escaped ?? outcome), ms: now - this.since, before: this.before });
  }

  /** The surroundings do not let it be asked. */
  reject(error: unknown): void {
    this.#end();
    this.#reject(error);
  }

  #end(): void {
    this.releaseArchive();
    this.#trap?.remove();
  }
}

/** A process cannot be started again, and that is no fault of its own. */
export class CannotStart extends UserError {}
