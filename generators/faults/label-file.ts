import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { LineSplitter } from '../../src/archive/split.ts';
import { BOUNDS } from '../../src/base/bounds.ts';
import { fileChunks } from '../../src/store/folder.ts';
import { withFile } from '../../src/store/spool.ts';
import { fileSystemError, UserError } from '../../src/base/user-error.ts';
import { bytes as inWords } from '../../src/base/format-number.ts';
import { printable } from '../../src/base/printable.ts';
import { parseLabel, type Label } from './label.ts';

const keyOf = (server: string, file: string): string => `${server}/${file}`;

/** Labels of one daily file that follow each other. */
interface Range {
  start: number;
  end: number;
  /** The line of the first one. */
  readonly number: number;
}

/** Labels of one file are held at once: of a log that is a single file, a large run may break more lines than that. */
function tooMany(path: string, number: number, key: string, most: number): UserError {
  const of = key === '' ? 'whole archives' : printable(key.slice(key.indexOf('/') + 1));
  return new UserError(
    `${path}:${number}: there are more than ${inWords(most)} of labels of ${of}, and those of one file are held at once; make the run with fewer faults, or in files of a day`,
  );
}

/** A label, and its line in the file of labels. */
export type NumberedLabel = Label & { readonly number: number };

/** Labels of a data set, read file by file: memory holds those of one daily file. */
export class LabelFile {
  readonly path: string;
  readonly #file: number;
  readonly #ranges: ReadonlyMap<string, readonly Range[]>;
  /** How many labels each operator has. */
  readonly counts: ReadonlyMap<string, number>;
  /** Labels of what concerns more than one daily file's text: of archives, and of lines that lie in another file than theirs. */
  readonly special: readonly NumberedLabel[];

  private constructor(
    path: string,
    file: number,
    ranges: ReadonlyMap<string, readonly Range[]>,
    special: readonly NumberedLabel[],
    counts: ReadonlyMap<string, number>,
  ) {
    this.path = path;
    this.counts = counts;
    this.#file = file;
    this.#ranges = ranges;
    this.special = special;
  }

  /**
   * Looks through a file of labels.
   *
   * @param path or an address in a bucket
   * @param most bytes of one file's labels
   * @throws UserError when it cannot be read, or holds something else
   */
  static async open(path: string, most: number = BOUNDS.labelBytes.most): Promise<LabelFile> {
    try {
      return await withFile(path, (file) => LabelFile.#open(path, file, most));
    } catch (error) {
      throw fileSystemError(error, `read ${path}`) ?? error;
    }
  }

  /** @param file has the bytes, and may be removed when it is open */
  static async #open(path: string, file: string, most: number): Promise<LabelFile> {
    const ranges = new Map<string, Range[]>();
    const special: NumberedLabel[] = [];
    /** Bytes by what they are held for. */
    const held = new Map<string, number>();
    const hold = (what: string, more: number, number: number) => {
      const all = (held.get(what) ?? 0) + more;
      held.set(what, all);
      if (all > most) throw tooMany(path, number, what, most);
      if (held.size > BOUNDS.labelFiles.most || counts.size > BOUNDS.labelKinds.most) {
        throw new UserError(`${path}:${number}: these are more labels than a run has; name the faults.jsonl of a run`);
      }
    };
    const counts = new Map<string, number>();
    const take = (text: Buffer, number: number, offset: number) => {
      const label = parseLabel(path, text.toString(), number);
      counts.set(label.fault, (counts.get(label.fault) ?? 0) + 1);
      if (label.was !== undefined || label.from !== undefined) {
        hold('', text.length, number);
        special.push({ ...label, number });
      }
      if (label.was !== undefined || label.file === null) return;
      const key = keyOf(label.server, label.file);
      hold(key, text.length, number);
      const known = ranges.get(key) ?? [];
      const end = offset + text.length + 1;
      if (known.at(-1)?.end === offset) known.at(-1)!.end = end;
      else known.push({ start: offset, end, number });
      ranges.set(key, known);
    };
    const tooLong = (length: number, number: number) => {
      throw new UserError(`${path}:${number} is no label: it has ${length} bytes; name the faults.jsonl of a run`);
    };
    const splitter = new LineSplitter({ line: take, tooLong }, BOUNDS.jsonBytes.most);
    if (!statSync(file).isFile())
      throw new UserError(`${path} is no file that can be read twice, as labels are; name the faults.jsonl of a run`);
    for await (const chunk of fileChunks(file)) splitter.push(chunk);
    splitter.end();
    return new LabelFile(path, openSync(file, 'r'), ranges, special, counts);
  }

  /** The labels of a daily file's text, in order. */
  of(server: string, file: string): NumberedLabel[] {
    return (this.#ranges.get(keyOf(server, file)) ?? []).flatMap(({ start, end, number }) => {
      const bytes = Buffer.alloc(end - start);
      const read = readSync(this.#file, bytes, 0, bytes.length, start);
      const lines = bytes
        .toString('utf8', 0, read)
        .split('\n')
        .filter((line) => line !== '');
      return lines.map((line, index) => ({ ...parseLabel(this.path, line, number + index), number: number + index }));
    });
  }

  /** The daily files that have labels of their text. */
  files(): { server: string; file: string }[] {
    return [...this.#ranges.keys()].map((key) => ({
      server: key.slice(0, key.indexOf('/')),
      file: key.slice(key.indexOf('/') + 1),
    }));
  }

  close(): void {
    closeSync(this.#file);
  }
}
