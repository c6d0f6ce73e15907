import { BLOCK, isTarHeader } from './tar-header.ts';

/** Bytes of a file that `sniff` has to see: one more than an empty tar has. */
export const SNIFFED = 20 * BLOCK + 1;

/** First bytes of packed files. */
const MAGIC = [
  ['gzip', '\x1f\x8b'],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ\0'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['zip', 'PK\x03\x04'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
] as const;

/** Kind of a file's content. */
export type Content = 'lines' | 'tar' | (typeof MAGIC)[number][0];

/** An empty tar is nothing but zeros, 20 blocks as tar writes it. */
const isEmptyTar = (head: Buffer): boolean =>
  head.length > 0 && head.length < SNIFFED && head.length % BLOCK === 0 && head.every((byte) => byte === 0);

/** Tells what a file holds by its first bytes, of which there are SNIFFED, or all. Names are not trusted. */
export function sniff(head: Buffer): Content {
  const packed = MAGIC.find(([, magic]) => head.toString('latin1', 0, magic.length) === magic);
  if (packed) return packed[0];
  const isTar = /^ustar[\0 ]/.test(head.toString('latin1', 257, 263)) || isTarHeader(head.subarray(0, BLOCK));
  return isTar || isEmptyTar(head) ? 'tar' : 'lines';
}
