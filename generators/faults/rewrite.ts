import { ByteReader, type Chunks } from '../../src/store/byte-reader.ts';
import { Damage } from '../../src/archive/damage.ts';
import { edited, type Edit } from '../../src/archive/edit.ts';
import { serverFiles } from '../../src/archive/read-server.ts';
import { LineSplitter } from '../../src/archive/split.ts';
import type { LogWriter } from '../../src/archive/write-server.ts';
import { DAILY_FILE } from '../../src/spec/index.ts';
import { timeOf } from './clean-line.ts';

/** What is put right in an archive while it is read. */
export interface Mending {
  /** Of the archive itself. */
  readonly archive: readonly Edit[];
  /** Of a daily file's text, by the file's name. */
  text(file: string): readonly Edit[];
  /** Of a line of a file, which comes with its newline. */
  line?(file: string, text: string, number: number): string;
}

/** For an archive that is whole. */
export const NOTHING_TO_MEND: Mending = { archive: [], text: () => [] };

/** Bytes of a line that no simulation reaches: longer ones are made by faults only, and mended before they are split. */
const LONGEST = 2 ** 29;

/** Is shown the bytes of a file on their way; the next ones come when it is ready. */
type See = (bytes: Buffer) => void | Promise<void>;

async function* shown(chunks: Chunks, see: See): Chunks {
  for await (const chunk of chunks) {
    await see(chunk);
    yield chunk;
  }
}

/**
 * Reads a server's archive and writes its lines again, to another archive or to nothing.
 *
 * @param path the archive, as people name it
 * @param archive its bytes
 * @throws Damage when the archive cannot be read to its end
 */
export async function rewrite(
  path: string,
  archive: Chunks,
  log: LogWriter,
  mending: Mending,
  see: See,
): Promise<void> {
  const chunks = edited(shown(archive, see), mending.archive);
  for await (const { name, mtime, text } of serverFiles(new ByteReader(path, chunks))) {
    log.nextFile(name.slice(DAILY_FILE.length).slice(0, 8), mtime);
    const line = (bytes: Buffer, number: number) => {
      const given = `${bytes.toString('latin1')}\n`;
      const clean = mending.line?.(name, given, number) ?? given;
      const time = timeOf(clean);
      if (time === undefined) throw new Damage(path, `line ${number} of ${name} tells no time`);
      log.line(clean, time);
    };
    const tooLong = (length: number) => {
      throw new Damage(path, `a line of ${name} has ${length} bytes`);
    };
    const splitter = new LineSplitter({ line, tooLong }, LONGEST);
    const edits = mending.text(name);
    let size = 0;
    for await (const chunk of edited(
      shown(text, (bytes) => void (size += bytes.length)),
      edits,
    ))
      splitter.push(chunk);
    splitter.end();
    if (edits.some(({ offset, length }) => offset + length > size))
      throw new Damage(path, `${name} has ${size} bytes, and is to be mended behind them`);
  }
}
