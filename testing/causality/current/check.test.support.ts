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

/**
 * Checks a whole log.
 *
 * @param lines of all servers
 * @param options the run's first day, and its days
 */
export function faultsOf(lines: readonly string[], { start, days }: { start: string; days: number }): Fault[] {
  const faults: Fault[] = [];
  const end = instantOf(`${start}T00:00:00+00:00`) + days * DAY;
  const rules = (Object.keys(RULES) as RuleName[]).map((rule) =>
    RULES[rule](({ line }, message) => void faults.push({ rule, message, line }), end),
  );
  const entries: Entry[] = lines.map(entryOf).sort((a, b) => a.time - b.time);
  for (const entry of entries) for (const rule of rules) rule.see(entry);
  for (const rule of rules) rule.end?.();
  return faults;
}
