import type { FileFault } from '../fault.ts';

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
      write(line, { number }) {
        const broken = `${number === 1 ? '[' : ''}${line.slice(0, -1)}${number === file!.lines ? ']' : ','}\n`;
        length += broken.length;
        return broken;
      },
      label: () => ({ file: 0, line: 1, offset: 0, length: length - 1, clean: null }),
    };
  },
  restore: (line, number) => `${line.slice(number === 1 ? 1 : 0, -2)}\n`,
};
