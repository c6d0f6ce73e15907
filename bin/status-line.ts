interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REFRESH = 100;
const CLEAR = '\r\u001b[K';

/** One line on a terminal that changes while work goes on; nothing anywhere else. */
export class StatusLine {
  readonly #terminal: Terminal | undefined;
  #shown = 0;

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal.isTTY && !quiet ? terminal : undefined;
  }

  /** Shows a text, unless one was shown just before. */
  show(text: () => string): void {
    const now = performance.now();
    if (!this.#terminal || now - this.#shown < REFRESH) return;
    this.#shown = now;
    this.#terminal.write(`${CLEAR}${text()}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) this.#terminal?.write(CLEAR);
    this.#shown = 0;
  }
}
