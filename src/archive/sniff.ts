import { BLOCK, isTarHeader } from './tar-header.ts';

/** Bytes of a file that `sniff` has to see: one more than an empty tar has. */
export const SNIFFED = 20 * BLOCK + 1;

/** Characters of the line that an armour begins with. */
const ARMOUR = 27;

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
export type Content = 'lines' | 'tar' | 'gpg' | (typeof MAGIC)[number][0];

/**
 * How what gpg has encrypted begins: behind a head of two bytes or three with a packet for a key (version 3, the number of the key, an
 * algorithm), or for a passphrase (version 4, a cipher, a way to make a key of it); or with the line of its armour [RFC 4880, 4.2, 5.1, 5.3;
 * RFC 9580, 9.1]. Three bytes alone would be met by chance in a broken line.
 */
const ENCRYPTED =
  /^(?:(?:\x84.|\x85..)\x03.{8}[\x01-\x03\x10-\x1c]|\x8c.\x04[\x01-\x0d][\0\x01\x03\x04]|-----BEGIN PGP MESSAGE-----)/s;

/** An empty tar is nothing but zeros, 20 blocks as tar writes it. */
const isEmptyTar = (head: Buffer): boolean =>
  head.length > 0 && head.length < SNIFFED && head.length % BLOCK === 0 && head.every((byte) => byte === 0);

/** Tells what a file holds by its first bytes, of which there are SNIFFED, or all. Names are not trusted. */
export function sniff(head: Buffer): Content {
  const packed = MAGIC.find(([, magic]) => head.toString('latin1', 0, magic.length) === magic);
  if (packed) return packed[0];
  if (ENCRYPTED.test(head.toString('latin1', 0, ARMOUR))) return 'gpg';
  const isTar = /^ustar[\0 ]/.test(head.toString('latin1', 257, 263)) || isTarHeader(head.subarray(0, BLOCK));
  return isTar || isEmptyTar(head) ? 'tar' : 'lines';
}
