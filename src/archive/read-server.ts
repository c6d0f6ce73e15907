import { ByteReader, type Chunks } from '../store/byte-reader.ts';
import { gunzip } from './read-gzip.ts';
import { tarEntries } from './read-tar.ts';
import { sniff, SNIFFED } from './sniff.ts';

/** A daily file in a server's archive. */
export interface ServerFile {
  /** `tracking.log-20130304.gz` */
  readonly name: string;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** Its text, unpacked; to be read before the next file is asked for. */
  readonly text: Chunks;
}

/**
 * The daily files of a server's archive, as ServerWriter writes them.
 *
 * @throws CorruptArchiveError when the archive cannot be read to its end
 */
export async function* serverFiles(input: ByteReader): AsyncGenerator<ServerFile> {
  try {
    for await (const { name, mtime, content } of tarEntries(input)) {
      const member = new ByteReader(`${input.file}:${name}`, content, input.source);
      yield { name: name.slice(name.indexOf('/') + 1), mtime, text: textOf(member) };
    }
  } finally {
    await input.close();
  }
}

/** A file's text, unpacked. */
export async function* textOf(input: ByteReader): Chunks {
  if (sniff(await input.peek(SNIFFED)) === 'gzip') return yield* gunzip(input);
  for (let bytes = await input.some(); bytes; bytes = await input.some()) yield bytes;
}
