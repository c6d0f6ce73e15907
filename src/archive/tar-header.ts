/** Tar's unit: a header is one block, a member's content is padded to whole ones. */
export const BLOCK = 512;

/** Type of a member by its type flag [POSIX pax, GNU tar]; other flags are left as they are. */
const TYPES: Record<string, string> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'hard link',
  '2': 'symbolic link',
  '3': 'character device',
  '4': 'block device',
  '5': 'folder',
  '6': 'fifo',
  x: 'pax',
  g: 'pax global',
  L: 'long name',
  K: 'long link',
  S: 'sparse file',
};

/** Types whose size, if they have one, is not that of content that follows. */
const WITHOUT_CONTENT = new Set(['hard link', 'symbolic link', 'character device', 'block device', 'folder', 'fifo']);

/** Types that say something about the member after them. */
const EXTENSIONS = new Set(['pax', 'pax global', 'long name', 'long link']);

/** Header of a member. */
export interface TarHeader {
  /** Path as the tar has it. Nothing keeps it from being absolute, or from climbing out with `..`. */
  readonly name: string;
  /** `file`, `folder`, `symbolic link` ... */
  readonly type: string;
  /** Bytes of content. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
}

/** The text before the first NUL. */
const text = (bytes: Buffer): string => {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
};

/** A number in octal digits, or, over 8 GiB, in GNU's base 256; NaN when it is neither. */
function number(bytes: Buffer): number {
  if (bytes[0] === 0x80) return bytes.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
  const digits = text(bytes).trim();
  return /^[0-7]*$/.test(digits) ? parseInt(digits || '0', 8) : NaN;
}

/** The sum over a header, its checksum field taken as spaces. */
const checksum = (block: Buffer): number =>
  block.reduce((sum, byte, offset) => sum + (offset >= 148 && offset < 156 ? 32 : byte), 0);

/** Whether a block is a whole header with the right checksum. */
export const isTarHeader = (block: Buffer): boolean =>
  block.length === BLOCK && block[0] !== 0 && number(block.subarray(148, 156)) === checksum(block);

/** Reads a header of any tar: v7, ustar, pax or GNU. Undefined when its checksum or its size is wrong. */
export function parseTarHeader(block: Buffer): TarHeader | undefined {
  const size = number(block.subarray(124, 136));
  if (!isTarHeader(block) || !Number.isSafeInteger(size)) return undefined;
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block.subarray(345, 500)) : '';
  const name = (prefix && `${prefix}/`) + text(block.subarray(0, 100));
  const mtime = number(block.subarray(136, 148));
  const flag = String.fromCharCode(block[156]!);
  const type = TYPES[flag] ?? `member of type ${JSON.stringify(flag)}`;
  if (type === 'file' && name.endsWith('/')) return { name, type: 'folder', size: 0, mtime };
  return { name, type, size: WITHOUT_CONTENT.has(type) ? 0 : size, mtime };
}

/** Whether a header only says something about the member after it. */
export const isExtension = (header: TarHeader): boolean => EXTENSIONS.has(header.type);

/** Entries of an extension header about the member after it. */
export function parseExtension(type: string, content: Buffer): Partial<TarHeader> {
  if (type === 'long name') return { name: text(content) };
  const records = type === 'pax' ? parsePax(content) : new Map<string, string>();
  const path = records.get('path');
  const size = records.get('size');
  const sparse = [...records.keys()].some((key) => key.startsWith('GNU.sparse.'));
  return {
    ...(path !== undefined && { name: path }),
    ...(/^\d{1,15}$/.test(size ?? '') && { size: Number(size) }),
    ...(sparse && { type: 'sparse file' }),
  };
}

/** Reads records `LENGTH KEY=VALUE\n` up to the first that is none. */
function parsePax(bytes: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  for (let start = 0; start < bytes.length;) {
    const length = parseInt(bytes.toString('latin1', start, start + 20), 10);
    const [, key, value] = /^\d+ ([^=]+)=([^]*)\n$/.exec(bytes.toString('utf8', start, start + length)) ?? [];
    if (key === undefined || value === undefined) break;
    records.set(key, value);
    start += length;
  }
  return records;
}
