import { chance } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

/** What `>>` of Windows PowerShell adds to a file; with a byte order mark, as at the start of its output. */
export const utf16: LineFault = {
  scope: 'line',
  id: 'utf-16',
  level: 'bytes',
  wording: 'A line is written in UTF-16, of either byte order, with its byte order mark.',
  verdict: 'reject',
  rule: 'line-utf8',
  break: ({ text }, random) =>
    chance(random, 0.5) ? `\xff\xfe${text.replace(/./g, '$&\0')}` : `\xfe\xff${text.replace(/./g, '\0$&')}`,
};
