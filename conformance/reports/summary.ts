/** The end of a report: a short table, and one line for people. */
import { DEPTHS, PROPERTY_LEVELS } from '../properties/property.ts';
import type { PropertyResult, RunResult } from '../runner/result.ts';

const COLUMNS = ['passed', 'failed', 'known', 'told', 'skipped'] as const;

const count = (results: readonly PropertyResult[], status: PropertyResult['status']): number =>
  results.filter((result) => result.status === status).length;

function rows(results: readonly PropertyResult[]): string[][] {
  const groups = DEPTHS.flatMap((depth) => PROPERTY_LEVELS.map((level) => ({ depth, level })));
  const counted = groups.flatMap(({ depth, level }) => {
    const group = results.filter(({ property }) => property.depth === depth && property.level === level);
    return group.length > 0 ? [[depth, level, ...COLUMNS.map((status) => String(count(group, status) || '.'))]] : [];
  });
  return [
    ['depth', 'level', ...COLUMNS],
    ...counted,
    ['all', '', ...COLUMNS.map((status) => String(count(results, status)))],
  ];
}

/** How many properties passed, failed, and were skipped, by depth and level. */
export function table({ results }: RunResult): string {
  const cells = rows(results);
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const pad = (row: readonly string[]) =>
    row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
  return cells.map((row) => `  ${pad(row).join('  ').trimEnd()}\n`).join('');
}

/** `reads edX tracking logs (documented), payload: 41 of 43 properties`, a line for each dialect. */
export function verdicts({ claims, results }: RunResult): string[] {
  const dialects = [...new Set(results.map(({ dialect }) => dialect))];
  return dialects.map((dialect) => {
    const tried = results.filter(
      (result) => result.dialect === dialect && ['passed', 'failed', 'known'].includes(result.status),
    );
    const passed = count(tried, 'passed');
    const failed = count(tried, 'failed');
    const verb = tried.length === 0 ? 'was not tried on' : failed === 0 ? 'reads' : 'misreads';
    return `${verb} edX tracking logs (${dialect}), ${claims.depth}: ${passed} of ${tried.length} properties`;
  });
}
