/**
 * What a line costs on a site of ten courses, against one course, and with an incident, against the same people without it. Processor
 * time of whole processes, by turns and each round with a seed of its own, since what people do differs more from seed to seed than
 * what it costs: only the ratios mean something elsewhere.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { atMost, goalRow } from '../../testing/bench/goal.ts';
import { machine } from '../../testing/bench/machine.ts';
import { mean, standardError } from '../../testing/bench/statistics.ts';
import { table } from '../../testing/bench/table.ts';
import { generate, pathOf } from '../../testing/bench/workshop.ts';
import type { Manifest } from '../run/manifest.ts';
import type { SiteFile } from './site-file.ts';

const COURSES = 10;

const { values, positionals } = parseArgs({
  options: {
    users: { type: 'string', default: '4000' },
    days: { type: 'string', default: '60' },
    repeat: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});
const incidents = positionals.length > 0 ? positionals : ['outage', 'release', 'plagiarism'];

const site: SiteFile = {
  courses: Array.from({ length: COURSES }, (_, course) => ({ org: `Org${course}`, number: `C${course}` })),
};
const file = pathOf('site.json');
writeFileSync(file, JSON.stringify(site));

/** What differs from the plain run, with the most that a line may cost of what it costs there. */
const OTHERS = [
  { label: 'a site of ten courses', options: ` --site ${file}`, goal: atMost(1.1) },
  ...incidents.map((incident) => ({ label: incident, options: ` --incident ${incident}`, goal: atMost(1.05) })),
];

/** Processor seconds a line. */
async function cost(round: number, options: string): Promise<number> {
  const { users, days } = values;
  const plain = `--users ${users} --days ${days} --seed bench-${round} --jobs 1 --compress none`;
  const { cpu, text } = await generate('site', plain + options);
  return cpu / (JSON.parse(text) as Manifest).totals.lines;
}

const ratios = OTHERS.map((): number[] => []);
for (let round = 1; round <= Number(values.repeat); round += 1) {
  process.stderr.write(`round ${round} of ${values.repeat}\n`);
  const before = await cost(round, '');
  const costs: number[] = [];
  for (const { options } of OTHERS) costs.push(await cost(round, options));
  // What the machine is doing changes meanwhile: the plain run stands at both ends.
  const plain = (before + (await cost(round, ''))) / 2;
  for (const [index, each] of costs.entries()) ratios[index]!.push(each / plain);
}
process.stdout.write(
  `${machine()}\n${table(
    ['CPU time a line, to that of one course without incidents', 'figure', 'give or take', 'goal', 'reached'],
    OTHERS.map(({ label, goal }, index) => goalRow(label, mean(ratios[index]!), standardError(ratios[index]!), goal)),
  )}`,
);
