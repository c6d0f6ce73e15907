import { ifUnreadable } from '../ensure.ts';
import { lineFaults, type LineFault } from '../fault.ts';
import { rewriteEach, rewriteOne, type Kind, type Write } from './tokens.ts';

/** Says what of a line is written so that the line is no JSON any more. */
interface TokenFault {
  readonly id: string;
  readonly wording: string;
  /** The tokens it acts on: one of them, by chance, or each. */
  readonly one?: readonly Kind[];
  readonly each?: readonly Kind[];
  readonly write: Write;
}

/** Operators that write tokens of a line in a way that JSON does not know. */
export const tokenFaults = (rows: readonly TokenFault[]): LineFault[] =>
  lineFaults(
    { level: 'json', verdict: 'reject', rule: 'line-json' },
    rows.map(({ id, wording, one, each, write }) => ({
      id,
      wording,
      break(line, random) {
        const text = one ? rewriteOne(line, random, one, write) : rewriteEach(line, random, each!, write);
        return ifUnreadable(text, line.dialect);
      },
    })),
  );
