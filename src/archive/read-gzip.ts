import { crc32 } from 'node:zlib';
import { BOUNDS } from '../base/bounds.ts';
import { grouped } from '../base/format-number.ts';
import type { ByteReader, Chunks } from '../store/byte-reader.ts';
import { beyond, CorruptArchiveError } from './corrupt-archive-error.ts';
import { inflate } from './inflate.ts';

/** The parts of a member [RFC 1952]. */
const MAGIC = 0x8b1f;
const HEADER = 10;
const DEFLATE = 8;
const FLAGS = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 };
const TRAILER = 8;

const { gzipMembers, unpackedFree, unpackedRatio } = BOUNDS;

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

async function need(input: ByteReader, length: number): Promise<Buffer> {
  const bytes = await input.take(length);
  if (bytes.length < length)
    throw new CorruptArchiveError(input.file, `the gzip data is cut short after ${input.position} bytes`);
  return bytes;
}

async function skipText(input: ByteReader): Promise<void> {
  for (let bytes = await input.some(); bytes; bytes = await input.some()) {
    const end = bytes.indexOf(0);
    if (end >= 0) return input.back(bytes.length - end - 1);
  }
}

async function skipHeader(input: ByteReader): Promise<void> {
  const header = await need(input, HEADER);
  const flags = header[3]!;
  if (header[2] !== DEFLATE || flags & FLAGS.reserved)
    throw new CorruptArchiveError(input.file, 'the gzip header is damaged');
  if (flags & FLAGS.extra) await input.skip((await need(input, 2)).readUInt16LE());
  if (flags & FLAGS.name) await skipText(input);
  if (flags & FLAGS.comment) await skipText(input);
  if (flags & FLAGS.headerCrc) await need(input, 2);
}

/** Whether another member follows. Zeros behind the last one are padding. */
async function another(input: ByteReader): Promise<boolean> {
  const end = input.position;
  for (let bytes = await input.some(); bytes; bytes = await input.some()) {
    if (isZero(bytes)) continue;
    input.back(bytes.length - bytes.findIndex((byte) => byte !== 0));
    const magic = await input.peek(2);
    if (magic.length === 2 && magic.readUInt16LE() === MAGIC) return true;
    throw new CorruptArchiveError(input.file, `the gzip data ends at byte ${end}, and something else follows it`);
  }
  return false;
}

/** A few kilobytes can stand for gigabytes, packed twice for more: logs shrink to a fiftieth at best. */
function count(source: ByteReader, length: number): void {
  source.unpacked += length;
  if (source.unpacked <= unpackedFree.most + unpackedRatio.most * source.position) return;
  throw beyond(
    source.file,
    `unpacks to more than ${unpackedRatio.most} times its size: ${source.unpacked} bytes after ${source.position}`,
  );
}

/**
 * Unpacks gzip data, of one member or several, and closes the input.
 *
 * This is not zlib's own gunzip, because that gives nothing of its last piece, often the whole of a daily file, when it
 * finds the data cut short or its checksum wrong, and ignores what follows a zero after the end.
 *
 * @throws CorruptArchiveError when the data is cut short, damaged, of a wrong checksum, or followed by something else; all that could
 * be unpacked was given before, but for the last 256 KiB before damage inside the compressed data
 */
export async function* gunzip(input: ByteReader): Chunks {
  let members = 0;
  try {
    do {
      members += 1;
      if (members > gzipMembers.most)
        throw beyond(input.file, `the gzip data has more than ${grouped(gzipMembers.most)} members`);
      await skipHeader(input);
      let crc = 0;
      let length = 0;
      for await (const chunk of inflate(input)) {
        crc = crc32(chunk, crc);
        length += chunk.length;
        count(input.source, chunk.length);
        yield chunk;
      }
      const trailer = await need(input, TRAILER);
      if (trailer.readUInt32LE(0) !== crc)
        throw new CorruptArchiveError(input.file, 'the checksum of the gzip data is wrong');
      if (trailer.readUInt32LE(4) !== length % 2 ** 32)
        throw new CorruptArchiveError(input.file, 'the length of the gzip data is wrong');
    } while (await another(input));
  } finally {
    await input.close();
  }
}
