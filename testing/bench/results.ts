/** What was measured of which version on which machine, so that a release can be compared with the one before. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/base/version.ts';
import { CHECKOUT } from '../program.ts';
import type { Goal } from './goal.ts';
import { machine } from './machine.ts';

const FILE = join(CHECKOUT, 'bench', 'results.json');

/** A ratio that was measured. */
export interface Ratio {
  readonly label: string;
  readonly figure: number;
  /** The same by processor time. */
  readonly cpu: number | undefined;
  readonly goal: Goal | undefined;
}

/** The commit that a checkout stands at; with a plus where it was changed since. */
function commitOf(folder: string): string | undefined {
  try {
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`;
  } catch {
    return undefined;
  }
}

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toPrecision(3));

/** Adds a measurement to bench/results.json; those of before stay. */
export function record(earlier: string, repeat: number, ratios: readonly Ratio[]): void {
  const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as unknown[]) : [];
  const measurement = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    version: VERSION,
    commit: commitOf(CHECKOUT),
    against: commitOf(earlier),
    repeat,
    ratios: Object.fromEntries(
      ratios.map(({ label, figure, cpu, goal }) => [
        label,
        { figure: rounded(figure), byCpu: rounded(cpu), goal: goal && `${goal.is} ${goal.value}` },
      ]),
    ),
  };
  writeFileSync(FILE, `${JSON.stringify([...before, measurement], null, 2)}\n`);
}
