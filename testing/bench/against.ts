/** Measures this version against an earlier one that is built, by turns, and against what sets the floor. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../generators/run/manifest.ts';
import { PROGRAM } from '../program.ts';
import { runCommand, runNode, type Run } from './child.ts';
import { atLeast, atMost, goalRow, type Goal } from './goal.ts';
import { conformRuns } from './against-conform.ts';
import { growthRatios } from './against-growth.ts';
import { record, type Ratio } from './results.ts';
import { rounds, type Figure } from './rounds.ts';
import { percent, short, table, whole } from './table.ts';
import { archives, compressor, floor, generate, pathOf } from './workshop.ts';

const MB = 1e6;

/** The two runs that the goals speak of: a long one, and a broad one. */
const LONG = '--users 5000 --days 98';
const BROAD = '--users 20000 --days 7';
const README = '--users 1000 --days 7';

/** Reads every line of a set's archives with Python's json.loads, and does nothing with it. */
const JSON_LOADS = `
import gzip, json, sys, tarfile
for path in sys.argv[1:]:
    with tarfile.open(path) as tar:
        for member in tar:
            if member.isfile():
                for line in gzip.open(tar.extractfile(member)):
                    json.loads(line)
`;

/** An earlier version that is built. */
interface Earlier {
  /** Its checkout. */
  readonly folder: string;
  readonly program: string;
}

/** @throws Error when nothing is built in a folder */
export function earlierIn(folder: string): Earlier {
  const manifest = join(folder, 'package.json');
  const { bin } = (existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}) as {
    bin?: { edxgen?: string };
  };
  const program = join(folder, bin?.edxgen ?? 'package.json');
  if (bin?.edxgen === undefined || !existsSync(program))
    throw new Error(`--against ${folder}: expected a checkout of edxgen that is built`);
  return { folder, program };
}

const quiet = (...args: string[]): Promise<Run> => runCommand(process.execPath, args, '/dev/null');

const linesOf = ({ texts }: Figure): number => (JSON.parse(texts[0]!) as Manifest).totals.lines;

/** Figures, ratios and goals as tables; the ratios go to bench/results.json too. */
export async function against({ folder, program: earlier }: Earlier, repeat: number): Promise<string> {
  await generate('plain long', `${LONG} --compress none`);
  await generate('plain broad', `${BROAD} --compress none`);
  await generate('long', LONG);
  // An earlier version does not know a later one's runs, and would not take their place.
  const nameOf = (name: string, program: string) => (program === PROGRAM ? name : `earlier ${name}`);
  const readme = (program: string) =>
    quiet(program, ...README.split(' '), '--out', pathOf(nameOf('readme', program)), '--force', '--quiet');
  const long = (program: string, options: string) => generate(nameOf('other', program), `${LONG} ${options}`, program);
  const broad = (program: string, options: string) =>
    generate(nameOf('other', program), `${BROAD} ${options}`, program);
  const reads = (program: string, command: string) => runNode(program, [command, pathOf('long'), '--quiet']);
  const { adapter, inProcess } = conformRuns(folder, earlier);
  const measured = await rounds(repeat, {
    'node -e 0': () => quiet('-e', '0'),
    'README, now': () => readme(PROGRAM),
    'README, earlier': () => readme(earlier),
    'long, 1 job, no gzip, now': () => long(PROGRAM, '--jobs 1 --compress none'),
    'long, 1 job, no gzip, earlier': () => long(earlier, '--jobs 1 --compress none'),
    'long, 2 jobs, now': () => long(PROGRAM, '--jobs 2'),
    'long, 2 jobs, earlier': () => long(earlier, '--jobs 2'),
    'long, floor': () => floor('plain long', 2),
    'broad, 2 jobs, now': () => broad(PROGRAM, '--jobs 2'),
    'broad, 2 jobs, earlier': () => broad(earlier, '--jobs 2'),
    'broad, floor': () => floor('plain broad', 2),
    'long, faults, now': () => long(PROGRAM, '--jobs 2 --faults 0.01'),
    'validate, now': () => reads(PROGRAM, 'validate'),
    'validate, earlier': () => reads(earlier, 'validate'),
    'report, now': () => reads(PROGRAM, 'report'),
    'report, earlier': () => reads(earlier, 'report'),
    'json.loads': () => runCommand('python3', ['-c', JSON_LOADS, ...archives('long')], '/dev/null'),
    'conform, adapter, now': () => adapter(true),
    'conform, adapter, earlier': () => adapter(false),
    'conform, in process, now': () => inProcess(true),
    'conform, in process, earlier': () => inProcess(false),
  });

  type Name = keyof typeof measured;
  const ratio = (label: string, of: Name, to: Name, goal?: Goal): Ratio => ({
    label,
    figure: measured[of].seconds / measured[to].seconds,
    cpu: measured[of].cpu / measured[to].cpu,
    goal,
  });
  const peak = (label: string, of: Name, most: number): Ratio => ({
    label,
    figure: measured[of].peak / MB,
    cpu: undefined,
    goal: atMost(most),
  });
  const ratios = [
    ratio("the README's command : node -e 0", 'README, now', 'node -e 0', atMost(12)),
    ratio("the README's command, now : earlier", 'README, now', 'README, earlier'),
    ratio(
      'lines/s, 1 job, no gzip, now : earlier',
      'long, 1 job, no gzip, earlier',
      'long, 1 job, no gzip, now',
      atLeast(1.8),
    ),
    ratio('long, 2 jobs : floor', 'long, 2 jobs, now', 'long, floor', atMost(2)),
    ratio('long, 2 jobs, now : earlier', 'long, 2 jobs, now', 'long, 2 jobs, earlier'),
    ratio('broad, 2 jobs : floor', 'broad, 2 jobs, now', 'broad, floor', atMost(2)),
    ratio('broad, 2 jobs, now : earlier', 'broad, 2 jobs, now', 'broad, 2 jobs, earlier'),
    peak('long, 2 jobs: peak MB', 'long, 2 jobs, now', 305),
    peak('broad, 2 jobs: peak MB', 'broad, 2 jobs, now', 265),
    ratio('--faults 0.01 : clean', 'long, faults, now', 'long, 2 jobs, now', atMost(1.1)),
    ratio('validate : json.loads', 'validate, now', 'json.loads', atMost(1)),
    ratio('validate, now : earlier', 'validate, now', 'validate, earlier'),
    ratio('report : json.loads', 'report, now', 'json.loads', atMost(0.8)),
    ratio('report, now : earlier', 'report, now', 'report, earlier'),
    ratio('conform, adapter, now : earlier', 'conform, adapter, now', 'conform, adapter, earlier', atMost(0.7)),
    ratio(
      'conform, in process, now : earlier',
      'conform, in process, now',
      'conform, in process, earlier',
      atMost(0.7),
    ),
    ...(await growthRatios()),
  ];
  record(folder, repeat, ratios);

  const rows = Object.entries(measured).map(([name, { seconds, spread, cpu, peak: most }]) => [
    name,
    short(seconds),
    percent(spread),
    short(cpu),
    most === 0 ? '' : whole(most / MB),
  ]);
  const lines = whole(linesOf(measured['long, 1 job, no gzip, now']));
  return [
    `long: ${LONG}, ${lines} lines; broad: ${BROAD}; README: ${README}; medians of ${repeat}, whole processes, by turns`,
    '',
    table(['', 'seconds', 'spread', 'CPU s', 'peak MB'], rows),
    `floor: ${compressor}, two threads, the same bytes; json.loads: Python's, over the lines of the long run, packed`,
    'conform: the properties of both, but for linear-time and memory; the adapter in Python with documented lines, a right parser in process with those of 2013',
    '',
    table(
      ['', 'figure', 'by CPU', 'goal', 'reached'],
      ratios.map(({ label, figure, cpu, goal }) => goalRow(label, figure, cpu, goal)),
    ),
  ].join('\n');
}
