import { NEWLINE } from '../../src/store/byte-reader.ts';

/** All pieces as one. */
export const joined = (chunks: readonly Uint8Array[]): Buffer =>
  chunks.length === 1
    ? Buffer.from(chunks[0]!.buffer, chunks[0]!.byteOffset, chunks[0]!.byteLength)
    : Buffer.concat(chunks);

/** The lines of a log, without their newlines: only `\n` ends one, and the last may lack it. */
export function linesOf(chunks: readonly Uint8Array[]): Buffer[] {
  const bytes = joined(chunks);
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
