import type { Command } from '../trial.ts';

/** Bytes of commands that are kept of a process; more than a run over every property asks of one that never breaks down. */
const MOST_BYTES = 64 * 1024 * 1024;

export const sizeOf = (command: Command): number =>
  command.cmd === 'parse' ? command.chunks.reduce((sum, { length }) => sum + length, 0) : command.bytes.length;

/** Commands that a process was asked since it was started; only the last of them, up to {@link MOST_BYTES}. */
export class History {
  readonly #commands: Command[] = [];
  #dropped = 0;
  #bytes = 0;

  /** @returns the command's index, for {@link before} */
  add(command: Command): number {
    this.#commands.push(command);
    this.#bytes += sizeOf(command);
    while (this.#bytes > MOST_BYTES) {
      this.#bytes -= sizeOf(this.#commands.shift()!);
      this.#dropped += 1;
    }
    return this.#dropped + this.#commands.length - 1;
  }

  /** Commands asked before the one of an index, in order. */
  before(index: number): Command[] {
    return this.#commands.slice(0, Math.max(0, index - this.#dropped));
  }
}
