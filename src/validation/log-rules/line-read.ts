import type { Finding } from '../../line/index.ts';
import { parseInstant } from '../../base/time.ts';

const TIME = /"time": ?"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?)"/;

/** A line and what is wrong with it by itself, for the rules that hold between lines. */
export class LineRead {
  readonly text: string;
  readonly #findings: readonly Finding[];

  constructor(text: string, findings: readonly Finding[]) {
    this.text = text;
    this.#findings = findings;
  }

  /** Whether a path of the line has no finding, nor the line as a whole: what a broken field says is not compared. */
  trusts(path: string): boolean {
    return (
      this.#findings.length === 0 || this.#findings.every((finding) => finding.path !== '' && finding.path !== path)
    );
  }

  /** Microseconds since 1970; NaN where the line tells none. */
  get time(): number {
    const written = this.trusts('/time') ? TIME.exec(this.text)?.[1] : undefined;
    return written === undefined ? NaN : parseInstant(written);
  }
}
