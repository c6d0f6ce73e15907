import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** A file that went through a Windows machine. A carriage return is white space to JSON (RFC 8259, section 2). */
export const crlf: LineFault = {
  scope: 'line',
  id: 'crlf',
  level: 'bytes',
  wording: 'A line ends with a carriage return and a newline.',
  verdict: 'accept',
  rule: null,
  break: ({ text, dialect }) => ifFits(`${text}\r`, dialect),
};
