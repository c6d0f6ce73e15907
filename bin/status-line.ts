import type { ShareDone } from '../src/base/task.ts';
import { bytes } from '../src/base/format-number.ts';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REFRESH = 100;
const CLEAR = '\r\u001b[K';

/** `12 s left`, at the pace so far; nothing while no pace is known. */
export function timeLeft(elapsed: number, share: number): string {
  if (share <= 0 || share >= 1) return '';
  const seconds = Math.ceil((elapsed * (1 - share)) / share / 1000);
  if (seconds < 100) return `${seconds} s left`;
  return seconds < 100 * 60 ? `${Math.ceil(seconds / 60)} min left` : `${(seconds / 3600).toFixed(1)} h left`;
}

/** Milliseconds since the program was started. Performance would load a part of Node that nothing else needs: a fiftieth of a small run. */
const uptime = (): number => 1000 * process.uptime();

/** One line on a terminal that changes while work goes on; nothing anywhere else. */
export class StatusLine {
  readonly #terminal: Terminal | undefined;
  readonly #begin = uptime();
  #shown = 0;

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal.isTTY && !quiet ? terminal : undefined;
  }

  /** Milliseconds since it was made. */
  protected get elapsed(): number {
    return uptime() - this.#begin;
  }

  /** Shows a text, unless one was shown just before. */
  show(text: () => string): void {
    const now = uptime();
    if (!this.#terminal || now - this.#shown < REFRESH) return;
    this.#shown = now;
    this.#terminal.write(`${CLEAR}${text()}`);
  }

  /**
   * Shows how far work is, and the time that is left.
   *
   * @param share done, from 0 to 1
   */
  progress(share: number, words: () => string): void {
    const whole = Math.min(1, Math.max(0, share));
    this.show(() =>
      [`${Math.floor(100 * whole)}%`.padStart(4), words(), timeLeft(this.elapsed, whole)].filter(Boolean).join('  '),
    );
  }

  /** Shows how much of some files has been read; undefined where nothing would be shown, so that nobody need know how much there is. */
  get reading(): ((read: ShareDone) => void) | undefined {
    return (
      this.#terminal && (({ done, all }) => this.progress(done / all, () => `read ${bytes(done)} of ${bytes(all)}`))
    );
  }

  /** Shows how much of the lines has been put together that waited in pieces. */
  readonly merging = ({ done, all }: ShareDone): void =>
    this.show(() => `put together ${bytes(done)} of ${bytes(all)}`);

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) this.#terminal?.write(CLEAR);
    this.#shown = 0;
  }
}
