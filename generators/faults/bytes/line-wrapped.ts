import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const WIDTH = 1024;
const PIECES = new RegExp(`.{1,${WIDTH}}`, 'g');

/** A pipe or a terminal that takes lines up to a size and goes on in the next. Only longer lines can be wrapped so: checks. */
export const lineWrapped: LineFault = {
  scope: 'line',
  id: 'line-wrapped',
  level: 'bytes',
  wording: 'A long line is wrapped: a newline stands after every 1,024 characters.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text, dialect }) =>
    text.length > WIDTH ? ifUnreadable(text.match(PIECES)!.join('\n'), dialect) : undefined,
};
