/**
 * Measures whether a run may grow: what a line and a learner cost among ten thousand people and among a million, and whether two
 * shares on two cores take half of the time of the whole.
 *
 * Two questions are asked. A site with more people has more servers: a server for each 2500 learners. That is the fair one, for a
 * pool of servers is the piece of work that a run is split into. The same people on four servers is the hard one: whatever grows
 * with the people at work at the same time shows there.
 */
import { parseArgs } from 'node:util';
import type { Run } from '../../testing/bench/child.ts';
import { atMost, goalRow } from '../../testing/bench/goal.ts';
import { machine } from '../../testing/bench/machine.ts';
import { rounds, type Figure } from '../../testing/bench/rounds.ts';
import { percent, short, table, whole } from '../../testing/bench/table.ts';
import { generate, generateParts } from '../../testing/bench/workshop.ts';
import type { Manifest } from './manifest.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const LEARNERS_A_SERVER = 2500;
const FEW_SERVERS = 4;
const MB = 1e6;

/** Nothing may cost more than so many times what it costs at a tenth of the size. */
const FLAT = atMost(1.2);

const { values, positionals } = parseArgs({
  options: { repeat: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const repeat = Number(values.repeat);
const asks = (what: 'growth' | 'shares'): boolean => positionals.length === 0 || positionals.includes(what);

const oneDay = (users: number, servers: number): Promise<Run> =>
  generate('day', `--users ${users} --days 1 --servers ${servers} --jobs 1`);
const linesOf = ({ texts }: Figure): number => (JSON.parse(texts[0]!) as Manifest).totals.lines;

/**
 * One day with more and more people. What a process takes that has next to nothing to do is taken off each figure: time a line is
 * `(time - base) / lines`, memory a learner `(peak - base) / learners`, of all who are registered.
 *
 * @param serversFor how many servers so many learners have
 */
async function growth(title: string, serversFor: (users: number) => number): Promise<string> {
  const [few, some, many] = SIZES;
  const measured = await rounds(repeat, {
    base: () => oneDay(1, 2),
    few: () => oneDay(few, serversFor(few)),
    some: () => oneDay(some, serversFor(some)),
    many: () => oneDay(many, serversFor(many)),
  });
  const { base, ...sizes } = measured;
  const costs = Object.values(sizes).map((figure, index) => {
    const users = SIZES[index]!;
    const lines = linesOf(figure);
    const micros = (what: 'seconds' | 'cpu') => ((figure[what] - base[what]) / lines) * 1e6;
    return {
      ...figure,
      users,
      lines,
      wall: micros('seconds'),
      time: micros('cpu'),
      memory: (figure.peak - base.peak) / users,
    };
  });
  const rows = costs.map(({ users, lines, seconds, spread, cpu, peak, wall, time, memory }) => [
    whole(users),
    whole(serversFor(users)),
    whole(lines),
    short(seconds),
    percent(spread),
    short(cpu),
    whole(peak / MB),
    short(wall),
    short(time),
    whole(memory),
  ]);
  const ratios = costs.slice(1).flatMap((cost, index) => {
    const before = costs[index]!;
    const label = `${whole(cost.users)} : ${whole(before.users)} learners`;
    return [
      goalRow(`time a line, ${label}`, cost.wall / before.wall, cost.time / before.time, FLAT),
      goalRow(`memory a learner, ${label}`, cost.memory / before.memory, undefined, FLAT),
    ];
  });
  return [
    `${title}; one day, --jobs 1; medians of ${repeat}; base ${short(base.seconds)} s, ${short(base.cpu)} CPU s, ${whole(base.peak / MB)} MB`,
    '',
    table(
      [
        'learners',
        'servers',
        'lines',
        'seconds',
        'spread',
        'CPU s',
        'peak MB',
        'us a line',
        'CPU us a line',
        'bytes a learner',
      ],
      rows,
    ),
    table(['', 'figure', 'by CPU', 'goal', 'reached'], ratios),
  ].join('\n');
}

const WHOLE = '--users 40000 --days 7 --servers 8';

async function shares(): Promise<string> {
  const measured = await rounds(repeat, {
    'one process, --jobs 1': () => generate('whole', `${WHOLE} --jobs 1`),
    'one process, --jobs 2': () => generate('whole', `${WHOLE} --jobs 2`),
    'two parts at once, --jobs 1': () => generateParts(2, `${WHOLE} --jobs 1`),
  });
  const all = measured['one process, --jobs 1'];
  const ratio = (name: keyof typeof measured) => {
    const { seconds, cpu } = measured[name];
    return goalRow(`time, ${name} : one process, --jobs 1`, seconds / all.seconds, cpu / all.cpu, atMost(0.6));
  };
  return [
    `${WHOLE}; medians of ${repeat}`,
    '',
    table(
      ['', 'seconds', 'spread', 'CPU s', 'peak MB'],
      Object.entries(measured).map(([name, { seconds, spread, cpu, peak }]) => [
        name,
        short(seconds),
        percent(spread),
        short(cpu),
        whole(peak / MB),
      ]),
    ),
    table(
      ['', 'figure', 'by CPU', 'goal', 'reached'],
      [ratio('one process, --jobs 2'), ratio('two parts at once, --jobs 1')],
    ),
  ].join('\n');
}

process.stdout.write(`${machine()}\n`);
if (asks('growth')) {
  process.stdout.write(`${await growth('a server for each 2500 learners', (users) => users / LEARNERS_A_SERVER)}\n`);
  process.stdout.write(`${await growth('four servers', () => FEW_SERVERS)}\n`);
}
if (asks('shares')) process.stdout.write(`${await shares()}\n`);
