import { RightParser, type Bytes } from '../right.ts';
import { mutants } from './mutant.ts';

/** A parser that has the whole file as text, with a character a byte, before it finds the lines. */
abstract class TextSplitter extends RightParser {
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
  class extends RightParser {
    override splitLines(chunks: Iterable<Bytes>): Bytes[] {
      return how([...super.splitLines(chunks)]);
    }
  };

const isBlank = (line: Bytes): boolean => Buffer.from(line).toString().trim() === '';

export const lineMutants = mutants({
  'carriage-return-ends-line': ['newline-only', 'Takes \\r for the end of a line, as universal newlines do.', endingAt('\r\n?')],
  'line-separator-ends-line': ['newline-only', 'Splits at U+2028 and U+2029, as JavaScript once did.', endingAt('\u2028', '\u2029')],
  'next-line-ends-line': ['newline-only', 'Splits at U+0085 too, as Python’s splitlines does.', endingAt('\u0085')],
  'escaped-newline-ends-line': ['newline-only', 'Turns the two characters \\n into a newline before it splits.', endingAt('\\\\n')],
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
  'nothing-is-a-line': ['empty-input', 'Reads no bytes as one empty line.', changingLines((lines) => (lines.length === 0 ? [Buffer.alloc(0)] : lines))],
  'blank-line-ends-file': [
    'blank-lines',
    'Stops at the first blank line.',
    changingLines((lines) => lines.slice(0, lines.some(isBlank) ? lines.findIndex(isBlank) : lines.length)),
  ],
  'blank-lines-uncounted': ['blank-lines', 'Says nothing of blank lines.', changingLines((lines) => lines.filter((line) => !isBlank(line)))],
  'bad-lines-unanswered': [
    'one-answer-a-line',
    'Passes over lines that do not start like an object, without a word.',
    changingLines((lines) => lines.filter((line) => /^\s*\{/.test(Buffer.from(line).toString()))),
  ],
  'equal-lines-once': [
    'order',
    'Takes a line that repeats the one before it for a mistake.',
    changingLines((lines) => lines.filter((line, index) => index === 0 || !Buffer.from(line).equals(lines[index - 1]!))),
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
    class extends RightParser {
      override splitLines(chunks: Iterable<Bytes>): Bytes[] {
        return [...chunks].flatMap((chunk) => [...super.splitLines([chunk])]);
      }
    },
  ],
  'chunks-decoded-alone': [
    'chunks',
    'Decodes each chunk by itself, so that a character cut in two is lost.',
    class extends RightParser {
      override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
        return super.splitLines(Array.from(chunks, (chunk) => Buffer.from(Buffer.from(chunk).toString('utf8'))));
      }
    },
  ],
  'empty-chunk-ends-file': [
    'chunks',
    'Takes an empty chunk for the end of the file.',
    class extends RightParser {
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
    class extends RightParser {
      override splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
        return super.splitLines(Array.from(chunks, (chunk, index) => (index > 0 && chunk[0] === 10 ? chunk.subarray(1) : chunk)));
      }
    },
  ],
  'carriage-return-refused': [
    'crlf',
    'Wants a line to end in a brace, and so refuses one that ends in \\r.',
    class extends RightParser {
      override readLine(...[bytes, dialect]: Parameters<RightParser['readLine']>): ReturnType<RightParser['readLine']> {
        return bytes.at(-1) === 13 ? { ok: false, error: 'no closing brace' } : super.readLine(bytes, dialect);
      }
    },
  ],
  'byte-order-mark-refused': [
    'byte-order-mark',
    'Does not know the byte order mark.',
    class extends RightParser {
      override skipMark(bytes: Bytes): Bytes {
        return bytes;
      }
    },
  ],
  'line-buffer-too-small': [
    'huge-lines',
    'Reads lines into a buffer of 64 KiB, and what does not fit as lines of their own.',
    changingLines((lines) =>
      lines.flatMap((line) => Array.from({ length: Math.max(1, Math.ceil(line.length / 65_536)) }, (_, part) => line.subarray(part * 65_536, (part + 1) * 65_536))),
    ),
  ],
});
