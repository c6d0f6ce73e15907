/** What an operator asks about its result before it gives it away. */
import { validateLine } from '../../src/line/index.ts';
import { LINE_CUT, type Dialect, type RuleId } from '../../src/spec/index.ts';

/**
 * The text, if each line of it breaks the rule; undefined otherwise. Chance may leave a line right, and a deployed line may
 * end anywhere at 10,000 characters.
 *
 * @param rule one of those that validateLine knows
 */
export function ifBroken(text: string | undefined, rule: RuleId, dialect: Dialect): string | undefined {
  const broken = text?.split('\n').every((line) => validateLine(line, dialect).some((finding) => finding.rule === rule));
  return broken ? text : undefined;
}

/** The text, unless it is longer than its dialect's lines can be. */
export const ifFits = (text: string | undefined, dialect: Dialect): string | undefined =>
  text !== undefined && dialect === 'deployed' && text.length > LINE_CUT ? undefined : text;

/** Chance breaks a line in one of four tries, or more often. */
const TRIES = 30;

/** Tries again until each line of a text breaks the rule; undefined when luck is out. */
export function tryToBreak(rule: RuleId, dialect: Dialect, make: () => string | undefined): string | undefined {
  for (let left = TRIES; left > 0; left -= 1) {
    const text = ifBroken(make(), rule, dialect);
    if (text !== undefined) return text;
  }
  return undefined;
}
