import { integer, pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const MOST = 8;

/** Hand edits, and fixed-width exports. Spaces and tabs around a JSON text mean nothing (RFC 8259, section 2). */
export const trailingSpaces: LineFault = {
  scope: 'line',
  id: 'trailing-spaces',
  level: 'bytes',
  wording: 'A line has spaces or tabs at its end.',
  verdict: 'accept',
  rule: null,
  break: ({ text, dialect }, random) =>
    ifFits(text + pick(random, [' ', '\t']).repeat(integer(random, 1, MOST)), dialect),
};
