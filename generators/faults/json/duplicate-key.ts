import { dumps } from '../../../src/line/dumps.ts';
import { chance, pick } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';
import { FREE_TEXT } from '../free-text.ts';

/**
 * Two programs that both add a field. Names in an object should be unique (RFC 8259, section 4): where they are not some
 * readers take the first value, most the last, some refuse. The true value is the first or the last, by chance.
 */
export const duplicateKey: LineFault = {
  scope: 'line',
  id: 'duplicate-key',
  level: 'json',
  wording: 'A field stands twice in a line, with two values.',
  verdict: 'either',
  rule: null,
  break({ text, fields }, random) {
    if (!fields) return undefined;
    const name = pick(random, FREE_TEXT);
    const other = `"${name}": ${dumps(`${String(fields[name])}2`)}`;
    return chance(random, 0.5) ? `{${other}, ${text.slice(1)}` : `${text.slice(0, -1)}, ${other}}`;
  },
};
