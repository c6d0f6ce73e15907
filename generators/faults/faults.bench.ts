/**
 * What faults cost: a run with one line in a hundred broken against the clean run, and reading it against writing it. Processor
 * time, by turns in one run: only the ratios mean something elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from '../../testing/bench/child.ts';
import { rounds } from '../../testing/bench/rounds.ts';
import { percent, short, table } from '../../testing/bench/table.ts';
import { PROGRAM } from '../../testing/program.ts';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '20000' },
    days: { type: 'string', default: '7' },
    repeat: { type: 'string', default: '5' },
    dialect: { type: 'string', default: 'documented' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'edxgen-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const size = [
  '--users',
  values.users,
  '--days',
  values.days,
  '--dialect',
  values.dialect,
  '--jobs',
  '1',
  '--force',
  '--json',
];
const generate =
  (name: string, ...options: string[]) =>
  () =>
    runNode(PROGRAM, [...size, '--out', join(folder, name), ...options]);
const measured = await rounds(Number(values.repeat), {
  clean: generate('clean'),
  'faults 0.01': generate('dirty', '--faults', '0.01'),
  validate: () => runNode(PROGRAM, ['validate', join(folder, 'clean'), '--quiet']),
});
const { clean } = measured;
process.stdout.write(
  table(
    ['', 'CPU s', 'spread', 'times the clean run', 'peak MB'],
    Object.entries(measured).map(([name, { cpu, spread, peak }]) => [
      name,
      short(cpu),
      percent(spread),
      (cpu / clean.cpu).toFixed(2),
      String(Math.round(peak / 1e6)),
    ]),
  ),
);
