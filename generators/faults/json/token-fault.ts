import { integer } from '../../../src/base/random/index.ts';
import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { rewriteEach, rewriteOne, unitsOf, type Kind, type Write } from './tokens.ts';

/** Says what of a line is written so that the line is no JSON any more. */
interface TokenFault {
  readonly id: string;
  readonly wording: string;
  /** The tokens it acts on: one of them, by chance, or each. */
  readonly one?: readonly Kind[];
  readonly each?: readonly Kind[];
  readonly write: Write;
}

/** An operator that writes tokens of a line in a way that JSON does not know. */
export const tokenFault = ({ id, wording, one, each, write }: TokenFault): LineFault => ({
  scope: 'line',
  id,
  level: 'json',
  wording,
  verdict: 'reject',
  rule: 'line-json',
  break(line, random) {
    const text = one ? rewriteOne(line, random, one, write) : rewriteEach(line, random, each!, write);
    return ifUnreadable(text, line.dialect);
  },
});

/** Adds something inside a string token, between two characters of it. */
export const adding =
  (added: (random: Parameters<Write>[1]) => string): Write =>
  (token, random) => {
    const units = unitsOf(token);
    return `"${units.toSpliced(integer(random, 0, units.length), 0, added(random)).join('')}"`;
  };
