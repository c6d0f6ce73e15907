/** What may stand before the lines of `current`. */
import { CLOCK, DAY, IP } from './values.ts';

/** The kinds of prefix: none, and that of Tutor, which has Python's logging put one before each line. */
export const PREFIXES = ['none', 'tutor'] as const;
export type Prefix = (typeof PREFIXES)[number];

/** [openedx/core/lib/logsettings.py], and Tutor's handler of the same form. */
const TUTOR = new RegExp(
  `^${DAY} ${CLOCK},\\d{3} INFO \\d+ \\[tracking\\] \\[user (?:[1-9]\\d*|None)\\] \\[ip (?:${IP}|None)\\] logger\\.py:\\d+ - (?=\\{)`,
);

/** What a prefix should look like, in a finding. */
export const TUTOR_FORM =
  'nothing before the object, or YYYY-MM-DD hh:mm:ss,xxx INFO PROCESS [tracking] [user ID] [ip ADDRESS] logger.py:LINE - ';

/** The prefix of a line, undefined where it is no whole one; and where the object begins. */
export interface Parted {
  readonly prefix: Prefix | undefined;
  readonly start: number;
}

const BARE: Parted = { prefix: 'none', start: 0 };

/** What begins as JSON, or with a byte order mark, has no prefix, whatever else is wrong with it. */
const BARE_START = /^[\ufeff["]/;

/** Parts a line in its prefix and its object. */
export function partLine(text: string): Parted {
  if (text.startsWith('{')) return BARE;
  const start = text.indexOf('{');
  if (start < 0 || BARE_START.test(text) || text.slice(0, start).trim() === '') return BARE;
  const whole = TUTOR.exec(text);
  return whole ? { prefix: 'tutor', start: whole[0].length } : { prefix: undefined, start };
}
