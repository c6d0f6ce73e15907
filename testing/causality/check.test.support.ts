/** The causality checker: reads lines alone, and tells which do not follow from those before them. */
import * as clickRules from './clicks.test.support.ts';
import * as courseRules from './course-rules.test.support.ts';
import { entryOf, instantOf, type Dialect, type Entry } from './entry.test.support.ts';
import * as gradingRules from './grading.test.support.ts';
import * as pageRules from './pages.test.support.ts';
import * as peopleRules from './people.test.support.ts';
import * as problemRules from './problems.test.support.ts';
import { DAY, type MakeRule } from './rule.test.support.ts';
import * as videoRules from './videos.test.support.ts';

const { where, release, due, book } = courseRules;

export const RULES = {
  ...peopleRules,
  ...pageRules,
  ...clickRules,
  ...problemRules,
  ...videoRules,
  ...gradingRules,
  where,
  release,
  due,
  book,
} satisfies Record<string, MakeRule>;

export type RuleName = keyof typeof RULES;

/** A line that breaks a chain of cause and effect. */
export interface Fault {
  readonly rule: RuleName;
  readonly message: string;
  readonly line: string;
}

export interface CheckOptions {
  /** The run's first day. */
  readonly start?: string | undefined;
  /** The run's days, where its log was cut off at their end. */
  readonly days?: number | undefined;
  /** Usernames of those who teach the course; nobody by default. */
  readonly staff?: ReadonlySet<string>;
  readonly only?: readonly RuleName[];
  /** Reads a line; a cache may stand in. */
  readonly read?: (line: string) => Entry;
}

const EVERY = Object.keys(RULES) as RuleName[];

/**
 * Checks a whole log.
 *
 * @param lines of all servers, merged in time order
 */
export function faultsOf(lines: Iterable<string>, dialect: Dialect, options: CheckOptions = {}): Fault[] {
  const {
    start: day = '2013-03-04',
    days = Infinity,
    staff = new Set<string>(),
    only = EVERY,
    read = entryOf,
  } = options;
  const faults: Fault[] = [];
  const start = instantOf(`${day}T00:00:00`);
  const setting = { dialect, start, end: start + days * DAY, staff };
  const rules = only.map((rule) =>
    RULES[rule](setting, ({ line }, message) => void faults.push({ rule, message, line })),
  );
  for (const line of lines) {
    if (line.includes('"/heartbeat"')) continue;
    const entry = read(line);
    for (const rule of rules) rule.see(entry);
  }
  for (const rule of rules) rule.end?.();
  return faults;
}
