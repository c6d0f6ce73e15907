import { byDialect, DIALECTS, fieldOrder, type Dialect } from '../spec/index.ts';

/** So many lines are looked at, of so many bytes at most. */
const LINES = 16;
const BYTES = 256 * 1024;

/** A line that waits until its file's dialect is known. */
export interface WaitingLine {
  readonly bytes: Buffer;
  readonly number: number;
}

/** The field that no earlier dialect has, as a key: the last of them, which no payload has either. */
function markOf(dialect: Dialect): string | undefined {
  const earlier = DIALECTS.slice(0, DIALECTS.indexOf(dialect));
  if (earlier.length === 0) return undefined;
  const known = new Set(earlier.flatMap((each) => fieldOrder(each, 'server')));
  return `"${fieldOrder(dialect, 'server').findLast((name) => name !== 'session' && !known.has(name))!}":`;
}

/** Dialects from the latest on, with the mark that tells a line of theirs from those of earlier ones; the first has none. */
const MARKS = DIALECTS.map((dialect) => ({ dialect, mark: markOf(dialect) })).toReversed();

/** Tells the dialect of a file by its first lines, the majority of them, since any one may be broken. */
export class DialectDetector {
  readonly #waiting: WaitingLine[] = [];
  #bytes = 0;
  readonly #votes = byDialect(() => 0);

  /** Takes the next line; tells whether enough have been seen. */
  line(bytes: Buffer, number: number): boolean {
    this.#waiting.push({ bytes: Buffer.from(bytes), number });
    this.#bytes += bytes.length;
    this.#votes[MARKS.find(({ mark }) => mark === undefined || bytes.includes(mark))!.dialect] += 1;
    return this.#waiting.length >= LINES || this.#bytes >= BYTES;
  }

  /** Ends the vote, which of two goes to the later; gives the lines back. */
  end(): { dialect: Dialect; lines: readonly WaitingLine[] } {
    const most = Math.max(...Object.values(this.#votes));
    const { dialect } = MARKS.find((each) => this.#votes[each.dialect] === most)!;
    return { dialect: most === 0 ? DIALECTS[0] : dialect, lines: this.#waiting };
  }
}
