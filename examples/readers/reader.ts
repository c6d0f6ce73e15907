import { Readable, type Duplex } from 'node:stream';
import type { LineAnswer, Parser } from '../../conformance/subjects/parser.ts';
import { EARLY_DIALECTS } from '../../src/spec/index.ts';

/** A way to read JSON lines, as a parser of the kit: it reads the common fields, and leaves `event` as it stands. */
export const reader = (name: string, parse: Parser['parse']): Parser => ({
  name,
  level: 'fields',
  dialects: EARLY_DIALECTS,
  parse,
});

/** The value of a line as the record that the protocol describes: an undefined session is null. */
export const recordOf = (line: unknown): unknown => (isObject(line) ? { session: null, ...line } : line);

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What somebody who reads line by line does with a line. */
export function readLine(line: string): LineAnswer {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? { ok: true, record: recordOf(value) } : { ok: false, error: 'no object' };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

/** What a stream gives of a log's chunks, up to its end or its first error. */
export async function through(chunks: readonly Uint8Array[], stream: Duplex): Promise<unknown[]> {
  const given: unknown[] = [];
  const source = Readable.from(chunks, { objectMode: false });
  source.pipe(stream);
  try {
    for await (const item of stream) given.push(item);
  } catch {
    source.destroy();
  }
  return given;
}
