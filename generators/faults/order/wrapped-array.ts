import type { FileFault } from '../fault.ts';

/** A line's text and its newline, which the last one of a file that was cut off has not. */
const partsOf = (line: string): [text: string, end: string] =>
  line.endsWith('\n') ? [line.slice(0, -1), '\n'] : [line, ''];

/** Somebody made the file one JSON text, for a tool that knows no lines. */
export const wrappedArray: FileFault = {
  scope: 'file',
  id: 'wrapped-array',
  level: 'order',
  wording: 'A whole file is one JSON list: a bracket before it and behind it, a comma after each line but the last.',
  verdict: 'reject',
  rule: 'line-json',
  files: 1,
  begin([file]) {
    let length = 0;
    return {
      write(line, { number, offset }) {
        const [text, end] = partsOf(line);
        const broken = `${number === 1 ? '[' : ''}${text}${number === file!.lines ? ']' : ','}`;
        length = offset + broken.length;
        return broken + end;
      },
      label: () => ({ file: 0, line: 1, offset: 0, length, clean: null }),
    };
  },
  restore(line, number) {
    const [text, end] = partsOf(line);
    return text.slice(number === 1 ? 1 : 0, -1) + end;
  },
};
