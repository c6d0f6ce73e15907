import { ByteReader, type Chunks } from '../../src/store/byte-reader.ts';
import { CorruptArchiveError } from '../../src/archive/corrupt-archive-error.ts';
import { edited } from '../../src/archive/edit.ts';
import { serverFiles, textOf, type ServerFile } from '../../src/archive/read-server.ts';
import { LineSplitter } from '../../src/archive/split.ts';
import type { LogWriter } from '../../src/archive/write-server.ts';
import type { RepairPlan } from './repair-plan.ts';
import { timeOf } from './valid-line.ts';

/** Bytes of a line that no simulation reaches: longer ones are made by faults only, and repaired before they are split. */
const MAX_LINE = 2 ** 29;

/** Observer of the bytes of a file on their way; the next ones come when it is ready. */
type Observe = (bytes: Buffer) => void | Promise<void>;

/** Gives the time of the last line of a file, by its name, microseconds since 1970: where that was cut off it may not tell its own. */
type LastOf = (file: string) => number | undefined;

async function* observed(chunks: Chunks, observe: Observe): Chunks {
  for await (const chunk of chunks) {
    await observe(chunk);
    yield chunk;
  }
}

/**
 * Reads a file of a log and writes its lines again, to another or to nothing.
 *
 * @param path of the file, or of the archive that it is in, as people name it
 * @throws CorruptArchiveError when its lines cannot be read
 */
async function rewriteText(
  path: string,
  { name, mtime, text }: ServerFile,
  log: LogWriter,
  plan: RepairPlan,
  lastOf: LastOf,
) {
  log.nextFile(name, mtime);
  /** Whether all that has a newline at its end is read: what an incident has cut off has none. */
  let isCut = false;
  const line = (bytes: Buffer, number: number) => {
    const given = bytes.toString('latin1') + (isCut ? '' : '\n');
    const clean = plan.line?.(name, given, number) ?? given;
    const time = isCut ? lastOf(name) : timeOf(clean);
    if (time === undefined) throw new CorruptArchiveError(path, `line ${number} of ${name} tells no time`);
    log.line(clean, time);
  };
  const tooLong = (length: number) => {
    throw new CorruptArchiveError(path, `a line of ${name} has ${length} bytes`);
  };
  const splitter = new LineSplitter({ line, tooLong }, MAX_LINE);
  const edits = plan.text(name);
  let size = 0;
  for await (const chunk of edited(
    observed(text, (bytes) => void (size += bytes.length)),
    edits,
  ))
    splitter.push(chunk);
  isCut = true;
  splitter.end();
  if (edits.some(({ offset, length }) => offset + length > size))
    throw new CorruptArchiveError(path, `${name} has ${size} bytes, and is to be repaired behind them`);
}

/**
 * Reads a server's archive and writes its lines again, to another archive or to nothing.
 *
 * @param path the archive, as people name it
 * @param archive its bytes
 * @param lastOf tells when the last line of a daily file is of
 * @throws CorruptArchiveError when the archive cannot be read to its end
 */
export async function rewriteArchive(
  path: string,
  archive: Chunks,
  log: LogWriter,
  plan: RepairPlan,
  lastOf: LastOf,
  observe: Observe,
): Promise<void> {
  const chunks = edited(observed(archive, observe), plan.archive);
  for await (const file of serverFiles(new ByteReader(path, chunks))) await rewriteText(path, file, log, plan, lastOf);
}

/**
 * The same of a file that stands by itself.
 *
 * @param name by which labels name it
 */
export async function rewriteFile(
  path: string,
  name: string,
  bytes: Chunks,
  log: LogWriter,
  plan: RepairPlan,
  lastOf: LastOf,
  observe: Observe,
): Promise<void> {
  const input = new ByteReader(path, observed(bytes, observe));
  try {
    await rewriteText(path, { name, mtime: 0, text: textOf(input) }, log, plan, lastOf);
  } finally {
    await input.close();
  }
}
