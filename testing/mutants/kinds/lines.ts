import { ReferenceParser, type Bytes } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

/** A parser that has the whole file as text, with a character a byte, before it finds the lines. */
abstract class TextSplitter extends ReferenceParser {
  abstract split(text: string): string[];

  override splitLines(chunks: Iterable<Bytes>): Bytes[] {
    return this.split(Buffer.concat([...chunks]).toString('latin1')).map((line) => Buffer.from(line, 'latin1'));
  }
}

/** Splits as a right parser does, but for what ends a line. */
const endingAt = (...ends: string[]) => {
  const pattern = new RegExp(['\n', ...ends.map((end) => Buffer.from(end).toString('latin1'))].join('|'));
  return class extends TextSplitter {
    override split(text: string): string[] {
      return text === '' ? [] : text.replace(/\n$/, '').split(pattern);
    }
  };
};

/** A parser that hands on the right lines, but not all of them or not only them. */
const changingLines = (how: (lines: Bytes[]) => Bytes[]) =>
  class extends ReferenceParser {
    override splitLines(chunks: Iterable<Bytes>): Bytes[] {
      return how([...super.splitLines(chunks)]);
    }
  };

/** A parser that does something to a log's bytes block by block. */
const inBlocks = (size: number, how: (block: Buffer) => Buffer) =>
  class extends ReferenceParser {
    override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
      const bytes = Buffer.concat([...chunks]);
      return super.splitLines(
        Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => how(bytes.subarray(i * size, (i + 1) * size))),
      );
    }
  };

/** A parser that does something to each chunk, with the bytes before it. */
const changingChunks = (how: (chunk: Buffer, before: Buffer) => Uint8Array) =>
  class extends ReferenceParser {
    override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
      let before = Buffer.alloc(0);
      return super.splitLines(
        Array.from(chunks, (chunk) => {
          const changed = how(Buffer.from(chunk), before);
          before = Buffer.concat([before, chunk]);
          return changed;
        }),
      );
    }
  };

const MARK = Buffer.from('\ufeff');
const NEWLINE = Buffer.from('\n');

/** The bytes of a character at the end of which the rest is missing. */
const openEnd = (bytes: Buffer): number => {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? 0 : bytes.length - Buffer.from(text.replace(/\ufffd+$/, '')).length;
};

const isBlank = (line: Bytes): boolean => Buffer.from(line).toString().trim() === '';

export const lineMutants = mutants({
  'carriage-return-ends-line': [
    'newline-only',
    'Takes \\r for the end of a line, as universal newlines do.',
    endingAt('\r\n?'),
  ],
  'line-separator-ends-line': [
    'newline-only',
    'Splits at U+2028 and U+2029, as JavaScript once did.',
    endingAt('\u2028', '\u2029'),
  ],
  'next-line-ends-line': ['newline-only', 'Splits at U+0085 too, as Python’s splitlines does.', endingAt('\u0085')],
  'escaped-newline-ends-line': [
    'newline-only',
    'Turns the two characters \\n into a newline before it splits.',
    endingAt('\\\\n'),
  ],
  'line-without-newline-lost': [
    'last-line',
    'Hands on a line only when its newline comes.',
    class extends TextSplitter {
      override split(text: string): string[] {
        return text.split('\n').slice(0, -1);
      }
    },
  ],
  'newline-starts-line': [
    'one-answer-a-line',
    'Splits at newlines and takes the nothing after the last one for a line.',
    class extends TextSplitter {
      override split(text: string): string[] {
        return text === '' ? [] : text.split('\n');
      }
    },
  ],
  'nothing-is-a-line': [
    'empty-input',
    'Reads no bytes as one empty line.',
    changingLines((lines) => (lines.length === 0 ? [Buffer.alloc(0)] : lines)),
  ],
  'blank-line-ends-file': [
    'blank-lines',
    'Stops at the first blank line.',
    changingLines((lines) => lines.slice(0, lines.some(isBlank) ? lines.findIndex(isBlank) : lines.length)),
  ],
  'blank-lines-uncounted': [
    'blank-lines',
    'Says nothing of blank lines.',
    changingLines((lines) => lines.filter((line) => !isBlank(line))),
  ],
  'bad-lines-unanswered': [
    'one-answer-a-line',
    'Passes over lines that do not start like an object, without a word.',
    changingLines((lines) => lines.filter((line) => /^\s*\{/.test(Buffer.from(line).toString()))),
  ],
  'equal-lines-once': [
    'order',
    'Takes a line that repeats the one before it for a mistake.',
    changingLines((lines) =>
      lines.filter((line, index) => index === 0 || !Buffer.from(line).equals(lines[index - 1]!)),
    ),
  ],
  'lines-sorted': [
    'order',
    'Sorts the lines of a file by time.',
    changingLines((lines) => {
      const time = (line: Bytes) => /"time": *"([^"]*)"/.exec(Buffer.from(line).toString())?.[1] ?? '';
      return lines.sort((a, b) => (time(a) < time(b) ? -1 : Number(time(a) > time(b))));
    }),
  ],
  'chunks-are-lines': [
    'chunks',
    'Takes the end of a chunk for the end of a line.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Bytes[] {
        return [...chunks].flatMap((chunk) => [...super.splitLines([chunk])]);
      }
    },
  ],
  'chunks-decoded-alone': [
    'chunks',
    'Decodes each chunk by itself, so that a character cut in two is lost.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
        return super.splitLines(Array.from(chunks, (chunk) => Buffer.from(Buffer.from(chunk).toString('utf8'))));
      }
    },
  ],
  'empty-chunk-ends-file': [
    'chunks',
    'Takes an empty chunk for the end of the file.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
        const all = [...chunks];
        const end = all.findIndex((chunk) => chunk.length === 0);
        return super.splitLines(end < 0 ? all : all.slice(0, end));
      }
    },
  ],
  'newline-at-chunk-start-lost': [
    'chunks',
    'Does not see a newline that is the first byte of a chunk.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
        return super.splitLines(
          Array.from(chunks, (chunk, index) => (index > 0 && chunk[0] === 10 ? chunk.subarray(1) : chunk)),
        );
      }
    },
  ],
  'carriage-return-refused': [
    'crlf',
    'Wants a line to end in a brace, and so refuses one that ends in \\r.',
    class extends ReferenceParser {
      override readLine(
        ...[bytes, dialect]: Parameters<ReferenceParser['readLine']>
      ): ReturnType<ReferenceParser['readLine']> {
        return bytes.at(-1) === 13 ? { ok: false, error: 'no closing brace' } : super.readLine(bytes, dialect);
      }
    },
  ],
  'byte-order-mark-refused': [
    'byte-order-mark',
    'Does not know the byte order mark.',
    class extends ReferenceParser {
      override skipMark(bytes: Bytes): Bytes {
        return bytes;
      }
    },
  ],
  'line-buffer-too-small': [
    'huge-lines',
    'Reads lines into a buffer of 64 KiB, and what does not fit as lines of their own.',
    changingLines((lines) =>
      lines.flatMap((line) =>
        Array.from({ length: Math.max(1, Math.ceil(line.length / 65_536)) }, (_, part) =>
          line.subarray(part * 65_536, (part + 1) * 65_536),
        ),
      ),
    ),
  ],
  'comments-skipped': [
    'comment-lines',
    'Passes over lines that begin with #, without a word.',
    changingLines((lines) => lines.filter((line) => line[0] !== 35)),
  ],
  'comment-marks-stripped': [
    'comment-lines',
    'Takes a mark of a comment from the start of a line.',
    changingLines((lines) =>
      lines.map((line) =>
        Buffer.from(
          Buffer.from(line)
            .toString('latin1')
            .replace(/^(#|\/\/|;|--) ?/, ''),
          'latin1',
        ),
      ),
    ),
  ],
  'blocks-of-4096-decoded-alone': [
    'block-boundaries',
    'Decodes blocks of 4 KiB, each by itself.',
    inBlocks(4096, (block) => Buffer.from(block.toString('utf8'))),
  ],
  'blocks-of-65536-decoded-alone': [
    'block-boundaries',
    'Decodes blocks of 64 KiB, each by itself.',
    inBlocks(65_536, (block) => Buffer.from(block.toString('utf8'))),
  ],
  'newline-at-block-start-lost': [
    'block-boundaries',
    'Does not see a newline that is the first byte of a block of 8 KiB.',
    inBlocks(8192, (block) => (block[0] === 10 ? block.subarray(1) : block)),
  ],
  'newline-at-block-end-doubled': [
    'block-boundaries',
    'Takes the end of a block of 8 KiB for the end of a line once more, where a line ends there.',
    inBlocks(8192, (block) => (block.length === 8192 && block.at(-1) === 10 ? Buffer.concat([block, NEWLINE]) : block)),
  ],
  'mark-at-chunk-start-stripped': [
    'chunk-starts',
    'Takes U+FEFF at the start of any chunk for a byte order mark, as a decoder made anew for each does.',
    changingChunks((chunk) => (chunk.subarray(0, 3).equals(MARK) ? chunk.subarray(3) : chunk)),
  ],
  'chunks-trimmed': [
    'chunk-starts',
    'Trims the blanks that a chunk begins with.',
    changingChunks((chunk) => Buffer.from(chunk.toString('latin1').replace(/^ +/, ''), 'latin1')),
  ],
  'blank-chunk-lost': [
    'chunk-newlines',
    'Passes over a chunk that is only a newline after one.',
    changingChunks((chunk, before) =>
      chunk.equals(NEWLINE) && (before.length === 0 || before.at(-1) === 10) ? Buffer.alloc(0) : chunk,
    ),
  ],
  'line-of-10000-refused': [
    'line-of-10000',
    'Takes every line of 10,000 characters for one that was cut.',
    class extends ReferenceParser {
      override readLine(
        ...[bytes, dialect]: Parameters<ReferenceParser['readLine']>
      ): ReturnType<ReferenceParser['readLine']> {
        return bytes.length >= 10_000 ? { ok: false, error: 'cut' } : super.readLine(bytes, dialect);
      }
    },
  ],
  'line-open-inside-character-lost': [
    'ends-inside-character',
    'Waits for the rest of a character that the file ends inside of, and so says nothing of its line.',
    changingLines((lines) => (openEnd(Buffer.from(lines.at(-1) ?? [])) > 0 ? lines.slice(0, -1) : lines)),
  ],
  'bytes-after-last-character-lost': [
    'invalid-utf8',
    'Waits for the rest of a character that the file ends inside of, and reads what is before it.',
    changingLines((lines) =>
      lines.map((line, i) =>
        i === lines.length - 1 ? line.subarray(0, line.length - openEnd(Buffer.from(line))) : line,
      ),
    ),
  ],
});
