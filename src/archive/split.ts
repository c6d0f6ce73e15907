import { BOUNDS } from '../base/bounds.ts';
import { NEWLINE } from '../store/byte-reader.ts';

/** The longest line that is held in memory, in bytes, unless the caller says otherwise. */
export const MAX_LINE = BOUNDS.lineBytes.most;

/** A buffer that grew beyond this for one line is not kept for the next. */
const KEPT = 1024 * 1024;

/** Takes the lines of one file. */
export interface LineHandlers {
  /**
   * @param bytes the line without its newline; often a view of a larger chunk: copy what is to be kept
   * @param number counts from 1
   * @param offset of the line's first byte in the file, in bytes
   */
  line(bytes: Buffer, number: number, offset: number): void;

  /**
   * A line that was longer than the limit and so was not kept.
   *
   * @param length of the line without its newline, in bytes
   */
  tooLong(length: number, number: number, offset: number): void;
}

/**
 * Cuts chunks into lines. Only `\n` ends a line; the last one may lack it. Lines can be empty. Memory holds one chunk and
 * at most `maxLine` bytes of a line that spans several.
 */
export class LineSplitter {
  readonly #handlers: LineHandlers;
  readonly #maxLine: number;
  #number = 1;
  #offset = 0;
  /** The line that earlier chunks began: its bytes, unless it is too long, and its length. They are copied: a chunk may be far larger than what it adds. */
  #held = Buffer.alloc(0);
  #begun = 0;

  constructor(handlers: LineHandlers, maxLine = MAX_LINE) {
    this.#handlers = handlers;
    this.#maxLine = maxLine;
  }

  /**
   * Gives the lines that end in this chunk. The chunk must not be changed afterwards.
   *
   * @returns how many they were
   */
  push(chunk: Buffer): number {
    const before = this.#number;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#finish(chunk.subarray(start, end));
      this.#offset += 1;
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.subarray(start));
    return this.#number - before;
  }

  /** Gives the last line, if no newline ended it. */
  end(): void {
    if (this.#begun > 0) this.#finish(Buffer.alloc(0));
  }

  #hold(piece: Buffer): void {
    const length = this.#begun + piece.length;
    if (length <= this.#maxLine) {
      if (length > this.#held.length) this.#grow(length);
      piece.copy(this.#held, this.#begun);
    }
    this.#begun = length;
  }

  #grow(length: number): void {
    const larger = Buffer.allocUnsafe(Math.min(2 * length, this.#maxLine));
    this.#held.copy(larger, 0, 0, this.#begun);
    this.#held = larger;
  }

  #finish(last: Buffer): void {
    let line = last;
    if (this.#begun > 0) {
      this.#hold(last);
      line = this.#held.subarray(0, this.#begun);
    }
    const length = this.#begun > 0 ? this.#begun : last.length;
    if (length > this.#maxLine) this.#handlers.tooLong(length, this.#number, this.#offset);
    else this.#handlers.line(line, this.#number, this.#offset);
    this.#number += 1;
    this.#offset += length;
    this.#begun = 0;
    if (this.#held.length > KEPT) this.#held = Buffer.alloc(0);
  }
}
