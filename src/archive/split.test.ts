import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { LineSplitter } from './split.ts';

interface Line {
  /** Undefined when the line was too long. */
  text: string | undefined;
  length: number;
  number: number;
  offset: number;
}

function split(chunks: readonly Buffer[], maxLine?: number): Line[] {
  const lines: Line[] = [];
  const splitter = new LineSplitter(
    {
      line: (bytes, number, offset) =>
        lines.push({ text: bytes.toString('latin1'), length: bytes.length, number, offset }),
      tooLong: (length, number, offset) => lines.push({ text: undefined, length, number, offset }),
    },
    maxLine,
  );
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

/** Bytes among which newlines are frequent, and two ways to cut them. */
const bytes = fc
  .array(fc.oneof(fc.constant(10), fc.integer({ min: 0, max: 255 })), { maxLength: 200 })
  .map((list) => Buffer.from(list));
const cuts = fc.array(fc.nat(200), { maxLength: 20 });

function cut(whole: Buffer, offsets: readonly number[]): Buffer[] {
  const sorted = [0, ...offsets, whole.length].map((offset) => Math.min(offset, whole.length)).sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => whole.subarray(sorted[index], end));
}

describe('LineSplitter', () => {
  forAll([bytes, cuts, fc.option(fc.nat(30), { nil: undefined })])(
    'gives the same lines however the bytes are cut',
    (whole, offsets, maxLine) => {
      expect(split(cut(whole, offsets), maxLine)).toEqual(split([whole], maxLine));
    },
  );

  forAll([bytes, cuts])('gives lines that make the bytes again', (whole, offsets) => {
    const lines = split(cut(whole, offsets));
    const text = whole.toString('latin1');
    expect(lines.map((line) => line.text).join('\n')).toBe(text.endsWith('\n') ? text.slice(0, -1) : text);
    for (const { text: line, length, offset } of lines) expect(text.slice(offset, offset + length)).toBe(line);
    expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
  });

  forAll([bytes, cuts, fc.nat(30)])('keeps back the lines over the limit, and only them', (whole, offsets, maxLine) => {
    const all = split([whole]);
    const expected = all.map((line) => (line.length > maxLine ? { ...line, text: undefined } : line));
    expect(split(cut(whole, offsets), maxLine)).toEqual(expected);
  });

  test.each([
    ['', []],
    ['\n', ['']],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb', ['a', '', 'b']],
    ['a\r\nb\u2028c\n', ['a\r', 'b\u2028c']],
  ])('cuts %j only at \\n', (text, lines) => {
    const found: string[] = [];
    const splitter = new LineSplitter({
      line: (line) => found.push(line.toString()),
      tooLong: () => expect.unreachable(),
    });
    splitter.push(Buffer.from(text));
    splitter.end();
    expect(found).toEqual(lines);
  });

  test('gives a line inside one chunk as a view of it', () => {
    const chunk = Buffer.from('ab\ncd\n');
    const splitter = new LineSplitter({ line: (line) => expect(line.buffer).toBe(chunk.buffer), tooLong: () => {} });
    splitter.push(chunk);
    expect.assertions(2);
  });

  test('counts a line of 100 MB without holding it', () => {
    const chunk = Buffer.alloc(1_000_000, 'x');
    const before = process.memoryUsage().arrayBuffers;
    const lines = split([...Array.from({ length: 100 }, () => chunk), Buffer.from('\nnext\n')], 1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    expect(lines).toEqual([
      { text: undefined, length: 100_000_000, number: 1, offset: 0 },
      { text: 'next', length: 4, number: 2, offset: 100_000_001 },
    ]);
  });
});
