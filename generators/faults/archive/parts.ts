/** What archive operators are made of: headers, padding, and the content of a member. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Edit } from '../../../src/archive/edit.ts';
import { BLOCK } from '../../../src/archive/tar-header.ts';
import { tarHeader } from '../../../src/archive/write-tar.ts';
import type { TarMemberView, TarView } from '../tar-view.ts';

/** Members larger than this are not packed anew: labels carry what was there. */
const LARGEST = 16 * 1024 * 1024;
/** As much of a member's end may be cut off at the most, for the same reason. */
export const LONGEST_CUT = 64 * 1024;

const GZIP = Buffer.from([0x1f, 0x8b]);

/** A server that no run has: runs count from 001. */
export const OTHER_SERVER = 'prod-edxapp-000';

/** Content filled up to whole blocks. */
export const padded = (content: Buffer): Buffer =>
  Buffer.concat([content, Buffer.alloc(-content.length & (BLOCK - 1))]);

/** A whole member. */
export const memberOf = (name: string, mtime: number, content: Buffer): Buffer =>
  Buffer.concat([tarHeader({ name, size: content.length, mtime }), padded(content)]);

/** Where a member’s content begins, where it ends, and where the next member begins. */
export function boundsOf({ offset, size }: TarMemberView): { start: number; end: number; next: number } {
  const start = offset + BLOCK;
  return { start, end: start + size, next: start + size + (-size & (BLOCK - 1)) };
}

/** Adds bytes behind a member. */
export const behind = (member: TarMemberView, bytes: Buffer): Edit[] => [
  { offset: boundsOf(member).next, length: 0, bytes },
];

/** Makes a member end otherwise: its content from an offset on is replaced, and its size is put right. */
export function endOtherwise(member: TarMemberView, from: number, end: Buffer): Edit[] {
  const { name, mtime, offset } = member;
  const { start, next } = boundsOf(member);
  const size = from + end.length;
  const filled = Buffer.concat([end, Buffer.alloc(-size & (BLOCK - 1))]);
  return [
    { offset, length: BLOCK, bytes: tarHeader({ name, size, mtime }) },
    { offset: start + from, length: next - start - from, bytes: filled },
  ];
}

/** Whether a member is packed by gzip. */
export const isGzip = (tar: TarView, { offset }: TarMemberView): boolean => tar.read(offset + BLOCK, 2).equals(GZIP);

/** Packs as the tar’s members are packed. */
export const packAs = (tar: TarView, member: TarMemberView, text: Buffer): Buffer =>
  isGzip(tar, member) ? gzipSync(text) : text;

/** A member’s content as it is packed; undefined when it is too large. */
export const contentOf = (tar: TarView, { offset, size }: TarMemberView): Buffer | undefined =>
  size > LARGEST ? undefined : tar.read(offset + BLOCK, size);

/** A member’s text, unpacked; undefined when it is too large. */
export function textOf(tar: TarView, member: TarMemberView): Buffer | undefined {
  const content = contentOf(tar, member);
  return content && isGzip(tar, member) ? gunzipSync(content) : content;
}

/** A member’s text in two parts of whole lines, by a share of it; undefined when it is too large, or of one line only. */
export function halvesOf(tar: TarView, member: TarMemberView, share: number): [Buffer, Buffer] | undefined {
  const text = textOf(tar, member) ?? Buffer.alloc(0);
  const cut = text.indexOf(10, Math.floor(text.length * share)) + 1;
  return cut > 0 && cut < text.length ? [text.subarray(0, cut), text.subarray(cut)] : undefined;
}
