import { BOUNDS } from '../base/bounds.ts';
import type { ByteReader, Chunks } from '../store/byte-reader.ts';
import { beyond, CorruptArchiveError } from './corrupt-archive-error.ts';
import { BLOCK, isExtension, parseExtension, parseTarHeader, type TarHeader } from './tar-header.ts';

/** An archive ends with two empty blocks. */
const END_BLOCKS = 2;

const { tarHeader, tarName } = BOUNDS;

/** One member of a tar. */
export interface TarEntry extends TarHeader {
  /** To be read before the next member is asked for; what is left unread is skipped. */
  readonly content: Chunks;
}

/** Reads the next header; undefined at the end of the archive, or of several archives one after the other. */
async function nextHeader(input: ByteReader): Promise<TarHeader | undefined> {
  const corrupt = (message: string) => new CorruptArchiveError(input.file, message);
  for (let empty = 0; ; empty += 1) {
    const start = input.position;
    const block = await input.take(BLOCK);
    const ended = empty >= END_BLOCKS;
    if (block.every((byte) => byte === 0)) {
      if (block.length === BLOCK) continue;
      if (ended) return undefined;
      throw corrupt(`the tar stops after ${input.position} bytes, without the two empty blocks that end one`);
    }
    const header = parseTarHeader(block);
    if (header) return header;
    if (ended) throw corrupt(`the tar ends before byte ${start}, and something else follows it`);
    if (block.length < BLOCK) throw corrupt(`the tar is cut short after ${input.position} bytes`);
    throw corrupt(`the tar is damaged: the header at byte ${start} is none`);
  }
}

/** Reads the next header, as the extensions before it complete it. */
async function nextMember(input: ByteReader): Promise<TarHeader | undefined> {
  let extension: Partial<TarHeader> = {};
  for (;;) {
    const header = await nextHeader(input);
    if (!header) return undefined;
    if (!isExtension(header)) return withName(input, { ...header, ...extension });
    if (header.size > tarHeader.most)
      throw beyond(
        input.file,
        `the tar has a header (${header.type}) of ${header.size} bytes, more than ${tarHeader.most}`,
      );
    const content = await input.take(header.size);
    await input.skip(padding(header.size));
    extension = { ...extension, ...parseExtension(header.type, content) };
  }
}

/** Names are kept and shown: none is longer than a system could have. */
function withName(input: ByteReader, header: TarHeader): TarHeader {
  const length = Buffer.byteLength(header.name);
  if (length > tarName.most)
    throw beyond(input.file, `the tar has a name of ${length} bytes, more than ${tarName.most}`);
  return header;
}

const padding = (size: number): number => -size & (BLOCK - 1);

/**
 * Reads the members of a tar: v7, ustar, pax or GNU, with long names.
 *
 * This is not tar-stream's extract, because that gives nothing of a small member in which the archive ends, and takes a
 * tar without its end for whole.
 *
 * @throws CorruptArchiveError when the archive cannot be read to its end; the content before the damage was given
 */
export async function* tarEntries(input: ByteReader): AsyncGenerator<TarEntry> {
  for (let header = await nextMember(input); header; header = await nextMember(input)) {
    const { name, size } = header;
    let left = size;
    async function* content(): Chunks {
      while (left > 0) {
        const bytes = await input.some(left);
        if (!bytes)
          throw new CorruptArchiveError(
            input.file,
            `the tar is cut short inside ${name}, after ${size - left} of ${size} bytes`,
          );
        left -= bytes.length;
        yield bytes;
      }
    }
    yield { ...header, content: content() };
    for await (const _ of content());
    await input.skip(padding(size));
  }
}
