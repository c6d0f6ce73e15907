/** The checker of today's logs: reads lines alone, and tells which do not follow from those before them. */
import { entryOf, instantOf, type Entry } from './entry.test.support.ts';
import * as pageRules from './pages.test.support.ts';
import * as problemRules from './problems.test.support.ts';
import type { MakeRule } from './rule.test.support.ts';
import * as videoRules from './videos.test.support.ts';
import * as workRules from './work.test.support.ts';

export const RULES = { ...problemRules, ...videoRules, ...pageRules, ...workRules } satisfies Record<string, MakeRule>;
export type RuleName = keyof typeof RULES;

export interface Fault {
  readonly rule: RuleName;
  readonly message: string;
  readonly line: string;
}

const DAY = 86_400e6;

export interface CheckOptions {
  /** The run's first day. */
  readonly start: string;
  readonly days: number;
  readonly only?: readonly RuleName[];
  /** Reads a line; a cache may stand in. */
  readonly read?: (line: string) => Entry;
}

const EVERY = Object.keys(RULES) as RuleName[];

/**
 * Checks a whole log.
 *
 * @param lines of all servers
 */
export function faultsOf(lines: readonly string[], options: CheckOptions): Fault[] {
  const { start, days, only = EVERY, read = entryOf } = options;
  const faults: Fault[] = [];
  const end = instantOf(`${start}T00:00:00+00:00`) + days * DAY;
  const rules = only.map((rule) => RULES[rule](({ line }, message) => void faults.push({ rule, message, line }), end));
  const entries: Entry[] = lines.map(read).sort((a, b) => a.time - b.time);
  for (const entry of entries) for (const rule of rules) rule.see(entry);
  for (const rule of rules) rule.end?.();
  return faults;
}
