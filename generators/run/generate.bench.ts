/**
 * Measures the whole job: against the least that it can take, against other ways to make such lines, and the memory it
 * holds. Each figure is the median of processes of their own, all of one run: only ratios mean something elsewhere.
 */
import { parseArgs } from 'node:util';
import { against, earlierIn } from '../../testing/bench/against.ts';
import { runNode, type Run } from '../../testing/bench/child.ts';
import { atLeast, atMost, goalRow, type Goal } from '../../testing/bench/goal.ts';
import { machine } from '../../testing/bench/machine.ts';
import type { Rate } from '../../testing/bench/rate.ts';
import { rounds, type Figure } from '../../testing/bench/rounds.ts';
import { median, spread } from '../../testing/bench/statistics.ts';
import { percent, short, table, whole } from '../../testing/bench/table.ts';
import { compressor, floor, floorSize, generate, sizeOf } from '../../testing/bench/workshop.ts';
import { benchProgram } from '../../testing/program.ts';
import { RUN_DEFAULTS } from './defaults.ts';
import type { Manifest } from './manifest.ts';

const USAGE = 'npm run bench -- [encode] [--users N] [--days N] [--repeat N] [--levels] [--against DIR]';
const MB = 1e6;

interface Size {
  readonly users: number;
  readonly days: number;
  readonly repeat: number;
}

const job = (name: string, { users, days }: Size, options: string): Promise<Run> =>
  generate(name, `--users ${users} --days ${days} ${options}`);
const totalsOf = ({ texts }: Figure): Manifest['totals'] => (JSON.parse(texts[0]!) as Manifest).totals;

/** Another way to make lines, as many as ours; counted is the making alone, without start-up. */
function rivalOf({ texts }: Figure, lines: number) {
  const all = texts.map((text) => JSON.parse(text) as Rate);
  const { characters, lines: made, conforming } = all[0]!;
  const times = (what: 'seconds' | 'cpu') => all.map((rate) => (rate[what] / made) * lines);
  const seconds = times('seconds');
  return {
    seconds: median(seconds),
    spread: spread(seconds),
    cpu: median(times('cpu')),
    length: characters / made,
    conforming,
  };
}

async function wholeJob(size: Size): Promise<string> {
  const { users, days, repeat } = size;
  const measured = await rounds(repeat, {
    '--jobs 1': () => job('packed', size, '--jobs 1'),
    '--jobs 2': () => job('packed', size, '--jobs 2'),
    '--jobs 1 --compress none': () => job('plain', size, '--jobs 1 --compress none'),
    '--jobs 2 --compress none': () => job('plain', size, '--jobs 2 --compress none'),
    'simulate().lines()': () => runNode(benchProgram('simulated-lines'), [String(users), String(days)]),
    'floor, 1 job': () => floor('plain', 1),
    'floor, 2 jobs': () => floor('plain', 2),
    faker: () => runNode(benchProgram('faker-lines'), ['30000']),
    'json-schema-faker': () => runNode(benchProgram('schema-lines'), ['1000']),
    half: () => job('other', { ...size, users: Math.ceil(users / 2) }, '--jobs 2'),
    twice: () => job('other', { ...size, users: users * 2 }, '--jobs 2'),
  });
  const { lines, bytes } = totalsOf(measured['--jobs 2']);
  const faker = rivalOf(measured.faker, lines);
  const schema = rivalOf(measured['json-schema-faker'], lines);

  const row = (label: string, { seconds, spread: apart, cpu }: Omit<Figure, 'peak' | 'texts'>, written = bytes) => [
    label,
    short(seconds),
    percent(apart),
    short(cpu),
    whole(lines / seconds),
    whole(written / MB / seconds),
  ];
  const ours = (name: keyof typeof measured) => [...row(name, measured[name]), whole(measured[name].peak / MB)];
  const rival = (label: string, of: typeof faker) => row(label, of, of.length * lines);
  const figures = table(
    ['', 'seconds', 'spread', 'CPU s', 'lines/s', 'MB/s', 'peak MB'],
    [
      ours('--jobs 1'),
      ours('--jobs 2'),
      ours('--jobs 1 --compress none'),
      ours('--jobs 2 --compress none'),
      ours('simulate().lines()'),
      row('floor, 1 job', measured['floor, 1 job']),
      row('floor, 2 jobs', measured['floor, 2 jobs']),
      rival('faker *', faker),
      rival('json-schema-faker *', schema),
    ],
  );

  const ratio = (label: string, of: Pick<Figure, 'seconds' | 'cpu'>, to: typeof of, goal?: Goal) =>
    goalRow(label, of.seconds / to.seconds, of.cpu / to.cpu, goal);
  const peak = (label: string, { peak: most }: Figure) =>
    goalRow(`peak MB, ${label} users, --jobs 2`, most / MB, undefined, atMost(300));
  const growth = (measured.twice.peak - measured.half.peak) / 1000 / (1.5 * users);
  const goals = table(
    ['', 'figure', 'by CPU', 'goal', 'reached'],
    [
      ratio('time, --jobs 1 : floor, 1 job', measured['--jobs 1'], measured['floor, 1 job'], atMost(2)),
      ratio('time, --jobs 2 : floor, 2 jobs', measured['--jobs 2'], measured['floor, 2 jobs'], atMost(2)),
      goalRow('bytes packed, ours : floor', sizeOf('packed') / floorSize()),
      ratio('lines/s, --jobs 2 : faker', faker, measured['--jobs 2'], atLeast(15)),
      ratio('lines/s, --jobs 1 : faker', faker, measured['--jobs 1']),
      ratio('lines/s, --jobs 1 --compress none : faker', faker, measured['--jobs 1 --compress none'], atLeast(13.3)),
      ratio('lines/s, simulate().lines() : faker', faker, measured['simulate().lines()']),
      ratio('lines/s, --jobs 1 --compress none : json-schema-faker', schema, measured['--jobs 1 --compress none']),
      peak(whole(users / 2), measured.half),
      peak(whole(users), measured['--jobs 2']),
      peak(whole(users * 2), measured.twice),
      goalRow('KB more for each further user', growth, undefined, atMost(1)),
    ],
  );
  return [
    `${whole(users)} users, ${days} days: ${whole(lines)} lines, ${whole(bytes / MB)} MB; medians of ${repeat}, whole processes`,
    '',
    figures,
    `floor: ${compressor}, level ${RUN_DEFAULTS.gzipLevel}, the same bytes from the page cache to a file`,
    '* as many lines as ours, by a sample, in memory and without start-up:',
    `  faker, every field by faker, then JSON.stringify; ${whole(faker.length)} characters a line, ${percent(faker.conforming)} conform`,
    `  json-schema-faker, from edxgen schema; ${whole(schema.length)} characters a line, ${percent(schema.conforming)} conform`,
    '',
    goals,
  ].join('\n');
}

/** What each level of gzip costs and gains, in the whole job: the measurement behind the default level. */
async function levels(size: Size): Promise<string> {
  const all = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
  const name = (level: string) => `level ${level}`;
  const jobs = all.map((level) => [level, () => job(name(level), size, `--jobs 1 --gzip-level ${level}`)] as const);
  const measured = await rounds(
    size.repeat,
    Object.fromEntries(jobs) as Record<(typeof all)[number], () => Promise<Run>>,
  );
  const rows = all.map((level) => {
    const { seconds, cpu, spread: apart } = measured[level];
    const bytes = sizeOf(name(level));
    const ratios = [seconds / measured[6].seconds, cpu / measured[6].cpu, bytes / sizeOf(name('6'))];
    return [level, short(seconds), percent(apart), short(cpu), short(bytes / MB), ...ratios.map(short)];
  });
  const { lines, bytes } = totalsOf(measured[6]);
  return [
    `${whole(lines)} lines, ${whole(bytes / MB)} MB, --jobs 1; medians of ${size.repeat}`,
    '',
    table(['level', 'seconds', 'spread', 'CPU s', 'MB', 'seconds : 6', 'CPU : 6', 'MB : 6'], rows),
  ].join('\n');
}

function whatIsAsked() {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const options = {
    users: text('20000'),
    days: text('7'),
    repeat: text('3'),
    levels: { type: 'boolean', default: false },
    against: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const size = { users: Number(values.users), days: Number(values.days), repeat: Number(values.repeat) };
  const wrong =
    positionals.find((word) => word !== 'encode') ??
    Object.values(size).find((number) => !(number >= 1 && Number.isInteger(number)));
  if (wrong !== undefined) throw new Error(`${wrong} is not understood`);
  return {
    size,
    levels: values.levels,
    earlier: values.against === undefined ? undefined : earlierIn(values.against),
    encode: positionals.length > 0,
  };
}

async function main(): Promise<void> {
  let asked;
  try {
    asked = whatIsAsked();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nusage: ${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(`${machine()}\n`);
  if (asked.encode) await import('../../src/line/encode.bench.ts');
  else if (asked.earlier !== undefined) process.stdout.write(`${await against(asked.earlier, asked.size.repeat)}\n`);
  else process.stdout.write(`${await (asked.levels ? levels(asked.size) : wholeJob(asked.size))}\n`);
}

await main();
