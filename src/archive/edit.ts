import type { Chunks } from '../store/byte-reader.ts';

/** Replacement of a part of a file. */
export interface Edit {
  /** Bytes from the file's start, and how many bytes are replaced. */
  readonly offset: number;
  readonly length: number;
  readonly bytes: Buffer;
}

/**
 * A file's bytes with some parts replaced.
 *
 * @param edits by offset; they do not overlap
 */
export async function* edited(chunks: Chunks, edits: Iterable<Edit>): Chunks {
  const todo = edits[Symbol.iterator]();
  let { value: edit } = todo.next() as { value: Edit | undefined };
  let begun = false;
  let position = 0;
  for await (const chunk of chunks) {
    let at = 0;
    while (edit && edit.offset <= position + chunk.length) {
      const start = Math.max(at, edit.offset - position);
      if (start > at) yield chunk.subarray(at, start);
      if (!begun && edit.bytes.length > 0) yield edit.bytes;
      begun = true;
      at = Math.min(chunk.length, Math.max(start, edit.offset + edit.length - position));
      if (edit.offset + edit.length > position + chunk.length) break;
      edit = (todo.next() as { value: Edit | undefined }).value;
      begun = false;
    }
    if (at < chunk.length) yield chunk.subarray(at);
    position += chunk.length;
  }
  for (; edit; edit = (todo.next() as { value: Edit | undefined }).value)
    if (!begun && edit.bytes.length > 0) yield edit.bytes;
}
