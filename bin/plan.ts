import type { ArgumentsCamelCase } from 'yargs';
import type { Estimate } from '../generators/run/estimate/estimate.ts';
import { bytes, counted, grouped } from '../src/base/format-number.ts';
import { flagOption, numberOption } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './exit.ts';
import { checkPacking, runOptions, type RunArguments } from './run-options.ts';
import { StatusLine } from './status-line.ts';

interface Arguments extends RunArguments {
  jobs: number | undefined;
  json: boolean | undefined;
}

const options = {
  ...runOptions,
  jobs: numberOption('jobs', 'how many threads each part has', '1'),
  json: flagOption('one JSON object'),
  // So that a run's own command line may be planned as it is. They change nothing of what is told.
  ...Object.fromEntries(
    ['out', 'endpoint', 'part', 'parts', 'faults', 'fault'].map((name) => [
      name,
      { type: 'string', requiresArg: true, hidden: true } as const,
    ]),
  ),
  ...Object.fromEntries(
    ['resume', 'force', 'report', 'quiet'].map((name) => [name, { ...flagOption('no effect'), hidden: true }]),
  ),
};

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** `50 minutes`, `1.3 hours`. */
const duration = (hours: number): string =>
  hours < 0.995 ? counted(Math.ceil(60 * hours), 'minute') : `${hours.toFixed(1)} hours`;

/** Estimates are no surer than that. */
const rounded = (value: number): string => grouped(Number(value.toPrecision(3)));

function shown(plan: Estimate): string {
  const { parts, poolsAPart, servers } = plan;
  const { users, days, dialect } = plan.plan;
  const isWhole = plan.standardError === 0;
  const isTar = plan.plan.packaging === 'tar';
  const rows = [
    ['lines', isWhole ? grouped(plan.lines) : rounded(plan.lines)],
    ['text', `${bytes(plan.bytes)} in ${counted(plan.dailyFiles, isTar ? 'daily file' : 'file')}`],
    ['packed', `${bytes(plan.packedBytes)}${isTar ? `, in ${counted(plan.machines, 'tar')}` : ''}`],
    ...(isTar ? [] : [['pieces', `${bytes(plan.piecesBytes)} more, until they are put together`]]),
    ['truth', `${bytes(plan.truthBytes)} more`],
    ['time', `${plan.coreHours.toPrecision(2)} core-hours on this machine`],
    [
      'memory',
      `${bytes(plan.memory)} a part, with ${counted(plan.jobs, 'thread')}; ${bytes(plan.storeMemory)} more where it writes to a store of objects`,
    ],
  ];
  const { learners, lines, seconds } = plan.sample;
  const sample = `${counted(learners, 'learner')} simulated in ${Math.ceil(seconds)} s, ${counted(lines, 'line')}`;
  const share = `${counted(poolsAPart, 'pool')} of two servers, about ${duration(plan.hoursAPart)} each`;
  return [
    `${counted(users, 'user')}, ${counted(days, 'day')}, ${counted(plan.machines, 'server')}, dialect ${dialect}`,
    '',
    ...rows.map(([name, value]) => `  ${name!.padEnd(6)}  ${value}`),
    '',
    isWhole ? `by the whole run: ${sample}` : `by a sample: ${sample}; standard error ${percent(plan.standardError)}`,
    parts === 1
      ? `best in one part: about ${duration(plan.hoursAPart)}`
      : `best in ${parts} parts, at most ${share}: --part 1/${parts} to --part ${parts}/${parts}`,
    ...(servers === undefined
      ? []
      : [
          `a pool of two servers is the smallest part: for parts of about an hour, spread the learners over --servers ${servers}`,
        ]),
    '',
  ].join('\n');
}

/** For programs: sizes in bytes, times in hours and seconds. */
function json({ plan, memory, storeMemory, servers: enoughServers, ...figures }: Estimate): string {
  const { users, days, servers, dialect, compress } = plan;
  return `${JSON.stringify({ users, days, servers, dialect, compress, ...figures, memoryBytes: memory, storeMemoryBytes: storeMemory, enoughServers })}\n`;
}

async function run(given: ArgumentsCamelCase<Arguments>): Promise<void> {
  checkPacking(given);
  const { estimate } = await import('../generators/run/estimate/estimate.ts');
  const status = new StatusLine(process.stderr, false);
  const onProgress = ({ standardError }: { readonly standardError: number }) =>
    status.show(() => `simulating a sample: standard error ${percent(standardError)}`);
  const plan = await estimate(given, { onProgress }).finally(() => status.end());
  await print(given.json ? json(plan) : shown(plan));
}

/** `edxgen plan`: what a run will take, before anybody pays for it. */
export const planCommand = {
  usage: 'plan',
  about: 'tell what a run will take: size, time, memory, and how to split it',
  options,
  examples: [['plan --users 1000000 --days 98', 'a million people in a whole course']],
  docs: ['docs/large.md'],
  run,
} satisfies Command;
