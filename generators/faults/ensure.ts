/** Checks by which an operator makes sure that its result is broken, and not too long. */
import { isCutLine, tryJson } from '../../src/line/decode.ts';
import { LINE_CUT, LINE_DROP, partLine, type Dialect } from '../../src/spec/index.ts';

/** What is to be the object of a line, behind a prefix where its dialect has one. */
const objectIn = (line: string, dialect: Dialect): string =>
  dialect === 'current' ? line.slice(partLine(line).start) : line;

/**
 * The text, if no line of it can be read; undefined otherwise. Chance may leave a line JSON, and a deployed line may end
 * anywhere at 10,000 characters. This is the rule line-json, without what the validator needs for the other rules.
 */
export function ifUnreadable(text: string | undefined, dialect: Dialect): string | undefined {
  const unreadable = text
    ?.split('\n')
    .every((line) => tryJson(objectIn(line, dialect)) === undefined && !isCutLine(line, dialect));
  return unreadable ? text : undefined;
}

const LONGEST: Record<Dialect, number> = { documented: Infinity, deployed: LINE_CUT, current: LINE_DROP };

/** The text, unless it is longer than its dialect's lines can be. */
export const ifFits = (text: string | undefined, dialect: Dialect): string | undefined =>
  text !== undefined && text.length > LONGEST[dialect] ? undefined : text;

/** Chance breaks a line in one of four tries, or more often. */
const TRIES = 30;

/** Tries again until no line of a text can be read; undefined when luck is out. */
export function tryUntilUnreadable(dialect: Dialect, make: () => string | undefined): string | undefined {
  for (let left = TRIES; left > 0; left -= 1) {
    const text = ifUnreadable(make(), dialect);
    if (text !== undefined) return text;
  }
  return undefined;
}
