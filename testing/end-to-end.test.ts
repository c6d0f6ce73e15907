/** One real run, from the command line to the page about it, by the built program and the system's own tools. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../generators/run/manifest.ts';
import { dailyFilesOf, linesIn } from './runs.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { PROGRAM } from './program.ts';

test('a run with faults is made, read by tar and gzip, validated by its labels, repaired and shown', () => {
  const cwd = temporaryFolder();
  const edxgen = (...args: string[]) => execFileSync(process.execPath, [PROGRAM, ...args], { cwd, encoding: 'utf8' });
  const manifest = JSON.parse(
    edxgen('--users', '60', '--days', '2', '--faults', '0.05', '--out', 'run', '--json'),
  ) as Manifest;
  const texts = [...dailyFilesOf(join(cwd, 'run')).values()];
  expect(texts.flatMap(linesIn)).toHaveLength(manifest.totals.lines);
  expect(edxgen('validate', '--labels', 'run/faults.jsonl', 'run')).toContain('the findings agree');
  edxgen('repair', 'run', '--out', 'clean');
  expect(edxgen('validate', 'clean')).toContain('all conform');
  edxgen('report', 'run');
  expect(readFileSync(join(cwd, 'run/report.html'), 'utf8')).toContain('</html>');
});
