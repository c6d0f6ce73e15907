import { crc32, inflateRawSync } from 'node:zlib';

const MAGIC = 0x8b1f;
const HEADER = 10;
const TRAILER = 8;
const FLAGS = { headerCrc: 2, extra: 4, name: 8, comment: 16 };

/** Where a member's compressed data starts [RFC 1952]. */
function dataStart(bytes: Buffer): number {
  if (bytes.length < HEADER || bytes.readUInt16LE(0) !== MAGIC || bytes[2] !== 8) throw new Error('no gzip data');
  const flags = bytes[3]!;
  let start = HEADER;
  if (flags & FLAGS.extra) start += 2 + bytes.readUInt16LE(start);
  if (flags & FLAGS.name) start = bytes.indexOf(0, start) + 1;
  if (flags & FLAGS.comment) start = bytes.indexOf(0, start) + 1;
  return flags & FLAGS.headerCrc ? start + 2 : start;
}

/** What one member holds, and how many bytes it takes. */
function firstMember(bytes: Buffer): { content: Buffer; length: number } {
  const start = dataStart(bytes);
  const { buffer: content, engine } = inflateRawSync(bytes.subarray(start), { info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  const end = start + engine.bytesWritten;
  if (bytes.length < end + TRAILER) throw new Error('the gzip data is cut');
  const right = bytes.readUInt32LE(end) === crc32(content) && bytes.readUInt32LE(end + 4) === content.length % 2 ** 32;
  if (!right) throw new Error('the checksum of the gzip data is wrong');
  return { content, length: end + TRAILER };
}

/**
 * Unpacks gzip data of one member or several; zeros may follow the last.
 *
 * @throws Error when it is cut, damaged, or followed by something else
 */
export function* gunzip(bytes: Buffer): Generator<Buffer> {
  let rest = bytes;
  do {
    const { content, length } = firstMember(rest);
    yield content;
    rest = rest.subarray(length);
  } while (rest.some((byte) => byte !== 0));
}
