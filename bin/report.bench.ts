/**
 * Measures the report against validate over the same logs, by turns: `node build/bin/report.bench.js [--users N] [--days N]
 * [--repeat N]`. Only the ratios mean something elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from '../testing/bench/child.ts';
import { atLeast, goalRow } from '../testing/bench/goal.ts';
import { machine } from '../testing/bench/machine.ts';
import { rounds } from '../testing/bench/rounds.ts';
import { percent, short, table, whole } from '../testing/bench/table.ts';
import { PROGRAM } from '../testing/program.ts';

const text = (value: string) => ({ type: 'string', default: value }) as const;
const { users, days, repeat } = parseArgs({
  options: { users: text('5000'), days: text('7'), repeat: text('5') },
}).values;

const folder = mkdtempSync(join(tmpdir(), 'edxgen-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const logs = join(folder, 'logs');

const { text: summary } = await runNode(PROGRAM, ['--users', users, '--days', days, '--out', logs, '--json']);
const { totals } = JSON.parse(summary) as { totals: { lines: number; bytes: number } };
const measured = await rounds(Number(repeat), {
  validate: () => runNode(PROGRAM, ['validate', logs, '--quiet']),
  report: () => runNode(PROGRAM, ['report', logs, '--quiet']),
  'report --terminal': () => runNode(PROGRAM, ['report', '--terminal', logs]),
});
const { validate, report } = measured;
const rows = Object.entries(measured).map(([name, { seconds, spread, cpu, peak }]) => [
  name,
  short(seconds),
  percent(spread),
  short(cpu),
  whole(totals.lines / cpu),
  whole(peak / 1e6),
]);
const ratios = [
  goalRow('speed by processor time, report : validate', validate.cpu / report.cpu, undefined, atLeast(1)),
  goalRow('speed by the clock, which others on the machine disturb', validate.seconds / report.seconds),
];
process.stdout.write(
  [
    machine(),
    `${whole(totals.lines)} lines, ${whole(totals.bytes / 1e6)} MB; medians of ${repeat}, whole processes`,
    '',
    table(['', 'seconds', 'spread', 'CPU s', 'lines/CPU s', 'peak MB'], rows),
    table(['', 'figure', '', 'goal', 'reached'], ratios),
  ].join('\n'),
);
