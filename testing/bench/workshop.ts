import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUN_DEFAULTS } from '../../generators/run/defaults.ts';
import { runCommand, runNode, type Run } from './child.ts';
import { versionOf } from './machine.ts';
import { PROGRAM } from '../program.ts';

const folder = mkdtempSync(join(tmpdir(), 'edxgen-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Where a data set lies, or anything else with a name. */
export const pathOf = (name: string): string => join(folder, name);

/** Lets the command line, of this version or another, write a data set under a name, instead of the one before. */
export const generate = (name: string, options: string, program = PROGRAM): Promise<Run> =>
  runNode(program, [...options.split(' '), '--out', pathOf(name), '--force', '--json']);

let wholes = 0;

/**
 * Lets as many processes as there are parts make a data set together, at the same time, in a new folder that is gone then. Peak is
 * that of the largest.
 */
export async function generateParts(parts: number, options: string): Promise<Run> {
  const out = join(folder, `parts-${(wholes += 1)}`);
  const begin = performance.now();
  const part = (number: number) =>
    runNode(PROGRAM, [...options.split(' '), '--part', `${number}/${parts}`, '--out', out, '--json']);
  const runs = await Promise.all(Array.from({ length: parts }, (_, before) => part(before + 1)));
  const seconds = (performance.now() - begin) / 1000;
  rmSync(out, { recursive: true });
  return {
    seconds,
    cpu: runs.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: Math.max(...runs.map(({ peak }) => peak)),
    text: '',
  };
}

/** The paths of a data set's archives. */
export const archives = (name: string): string[] =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.tar'))
    .map((file) => join(folder, name, file));

/** Bytes of a data set's archives. */
export const sizeOf = (name: string): number => archives(name).reduce((sum, path) => sum + statSync(path).size, 0);

const pigz = versionOf('pigz');

/** The program that sets the floor, and its version. */
export const compressor = pigz ?? versionOf('gzip') ?? 'no gzip at all';

/**
 * The least that compressing takes: pigz over a data set's archives, from the page cache to a file, with our default
 * level. Where there is none, as many gzips as there are jobs.
 *
 * @param name a data set that was written with `--compress none`
 */
export async function floor(name: string, jobs: number): Promise<Run> {
  const level = `-${RUN_DEFAULTS.gzipLevel}`;
  const texts = archives(name);
  if (pigz) return runCommand('pigz', ['-p', String(jobs), level, '-c', ...texts], join(folder, 'floor'));
  const shares = Array.from({ length: jobs }, (_share, job) => texts.filter((_text, index) => index % jobs === job));
  const runs = await Promise.all(
    shares.map((share, job) => runCommand('gzip', [level, '-c', ...share], join(folder, `floor-${job}`))),
  );
  const [seconds, cpu] = [Math.max(...runs.map((run) => run.seconds)), runs.reduce((sum, run) => sum + run.cpu, 0)];
  return { seconds, cpu, peak: 0, text: '' };
}

/** Bytes of what the floor wrote. */
export const floorSize = (): number =>
  readdirSync(folder)
    .filter((file) => file.startsWith('floor'))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
