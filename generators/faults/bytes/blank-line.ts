import type { LineFault } from '../fault.ts';

/** Hand edits, and writers that end a line twice. The format knows no blank lines; whether to mind is the reader's affair. */
export const blankLine: LineFault = {
  scope: 'line',
  id: 'blank-line',
  level: 'bytes',
  wording: 'A blank line follows a line.',
  verdict: 'either',
  rule: 'line-json',
  adds: 'after',
  break: () => '',
};
