import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Lines gather to some size before they are written. */
const GATHERED = 64 * 1024;

/** Writes a file of one JSON value a line. Its methods throw what node:fs throws. */
export class JsonLines {
  readonly #file: number;
  #text = '';

  /** @param path a file; what it holds is kept */
  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  write(value: object): void {
    this.writeText(JSON.stringify(value));
  }

  /** @param text a JSON value without a newline in it */
  writeText(text: string): void {
    this.#text += `${text}\n`;
    if (this.#text.length > GATHERED) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#text = '';
  }
}

const PIECE = 1024 * 1024;
const NEWLINE = 10;

/**
 * Puts files of lines one after the other into a new one, and removes them; those that do not exist are left out.
 *
 * @returns how many lines there are, and the hash of them all
 */
export function concatenate(parts: readonly string[], path: string): { lines: number; sha256: string } {
  const whole = openSync(path, 'wx');
  const piece = Buffer.allocUnsafe(PIECE);
  const hash = createHash('sha256');
  let lines = 0;
  for (const name of parts.filter((part) => existsSync(part))) {
    const part = openSync(name, 'r');
    for (let read = readSync(part, piece); read > 0; read = readSync(part, piece)) {
      for (let done = 0; done < read; ) done += writeSync(whole, piece, done, read - done);
      hash.update(piece.subarray(0, read));
      for (let at = piece.indexOf(NEWLINE); at >= 0 && at < read; at = piece.indexOf(NEWLINE, at + 1)) lines += 1;
    }
    closeSync(part);
    rmSync(name);
  }
  closeSync(whole);
  return { lines, sha256: hash.digest('hex') };
}
