import { integer } from '../../../src/base/random/index.ts';
import type { FileFault } from '../fault.ts';

/** A writer that keeps yesterday's file name, or a buffer that is flushed a day late. */
export const wrongDay: FileFault = {
  scope: 'file',
  id: 'wrong-day',
  level: 'order',
  wording: 'A line of the first half of a day lies in the next day’s file.',
  verdict: 'either',
  rule: 'file-day',
  files: 2,
  packagings: ['tar', 'package'],
  begin([day, next], random) {
    if (day!.lines < 4) return undefined;
    const from = integer(random, 1, Math.floor(day!.lines / 2));
    const to = integer(random, 1, next!.lines);
    let text = '';
    let taken = { file: 0, line: 0, offset: 0 };
    let put = { file: 1, line: 0, offset: 0 };
    return {
      write(line, { file, number, ...position }) {
        if (file === 0 && number === from) {
          text = line;
          taken = { file, ...position };
          return '';
        }
        if (file === 0 || number !== to) return line;
        put = { file, ...position };
        return text + line;
      },
      label: () => ({ ...put, length: text.length, clean: text.slice(0, -1), from: taken }),
    };
  },
};
