import { BOUNDS } from '../../base/bounds.ts';
import { digest } from '../../base/digest.ts';
import type { Finding } from '../../line/index.ts';

/** So many lines at the end of a file are remembered while the next is read. */
const REMEMBERED = BOUNDS.tailLines.most;

/** Longer lines are remembered by their hash. */
const LONG = 10_000;

const NOTHING: readonly Finding[] = [];

/** No line stands twice: right behind itself, or at the end of a server's file and again at the head of its next. */
export class DuplicateLines {
  #tail: string[] = [];
  #earlier = new Set<string>();
  #inHead = false;

  /** A file begins. @param follows whether it is the next file of the same server */
  file(follows: boolean): void {
    this.#earlier = new Set(follows ? this.#tail : []);
    this.#inHead = this.#earlier.size > 0;
    this.#tail = [];
  }

  check(line: string): readonly Finding[] {
    const text = line.length > LONG ? digest(line) : line;
    const tail = this.#tail;
    const twice = text === tail.at(-1);
    this.#inHead &&= this.#earlier.has(text);
    tail.push(text);
    if (tail.length > 2 * REMEMBERED) this.#tail = tail.slice(-REMEMBERED);
    if (twice) return [{ rule: 'line-repeated', path: '', message: 'expected another line than the one before it' }];
    if (!this.#inHead) return NOTHING;
    return [{ rule: 'line-repeated', path: '', message: 'expected no line of the end of the file before' }];
  }
}
