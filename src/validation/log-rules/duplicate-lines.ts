import { BOUNDS } from '../../base/bounds.ts';
import { digest } from '../../base/digest.ts';

/** So many lines at the end of a file are remembered while the next is read. */
const REMEMBERED = BOUNDS.tailLines.most;

/** At most so many lines are the remembered ones. */
const MOST = 2 * REMEMBERED;

/** Longer lines are remembered by their hash. */
const LONG = 10_000;

/** Whether a line is the one before it, or among the last of the file before. */
export type Repeated = 'line' | 'tail' | undefined;

/** No line stands twice: right behind itself, or at the end of a server's file and again at the head of its next. */
export class DuplicateLines {
  #tail: string[] = [];
  #earlier = new Set<string>();
  #inHead = false;
  /** Lines at the head of a first file, of which the file before is read elsewhere. */
  #head: Set<string> | undefined = new Set();
  /** The hash of the last line, as long as it and all before it may be the end of that file. */
  ofHead: string | undefined;

  /** A file begins that is not the first. @param follows whether it is the next file of the same server */
  file(follows: boolean): void {
    this.#earlier = new Set(follows ? this.#tail : []);
    this.#inHead = this.#earlier.size > 0;
    this.#tail = [];
    this.#endHead();
  }

  check(line: string): Repeated {
    const text = line.length > LONG ? digest(line) : line;
    const tail = this.#tail;
    const twice = text === tail.at(-1);
    this.#inHead &&= this.#earlier.has(text);
    tail.push(text);
    if (tail.length > MOST) this.#tail = tail.slice(-REMEMBERED);
    if (this.#head !== undefined) this.#addToHead(text);
    return twice ? 'line' : this.#inHead ? 'tail' : undefined;
  }

  /** The hashes of the last lines. */
  end(): string[] {
    return this.#tail.map(digest);
  }

  #addToHead(text: string): void {
    this.ofHead = digest(text);
    this.#head!.add(this.ofHead);
    if (this.#head!.size > MOST) this.#endHead();
  }

  #endHead(): void {
    this.#head = undefined;
    this.ofHead = undefined;
  }
}
