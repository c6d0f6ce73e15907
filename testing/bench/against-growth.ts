/** What a line costs among ten times as many people, and whether two shares on two cores take half of the time: once, since it takes long. */
import type { Manifest } from '../../generators/run/manifest.ts';
import type { Run } from './child.ts';
import { atMost } from './goal.ts';
import type { Ratio } from './results.ts';
import { generate, generateParts } from './workshop.ts';

const WHOLE = '--users 40000 --days 7 --servers 8 --jobs 1';

export async function growthRatios(): Promise<Ratio[]> {
  const day = (users: number) => generate('day', `--users ${users} --days 1 --servers 4 --jobs 1`);
  process.stderr.write('growth\n');
  const [base, some, many] = [await day(1), await day(100_000), await day(1_000_000)];
  const [whole, parts] = [await generate('day', WHOLE), await generateParts(2, WHOLE)];
  const costOf = (run: Run, what: 'seconds' | 'cpu'): number =>
    (run[what] - base[what]) / (JSON.parse(run.text) as Manifest).totals.lines;
  return [
    {
      label: 'time a line, 1,000,000 : 100,000 learners, four servers, once',
      figure: costOf(many, 'seconds') / costOf(some, 'seconds'),
      cpu: costOf(many, 'cpu') / costOf(some, 'cpu'),
      goal: atMost(1.15),
    },
    {
      label: 'two parts at once : one process, once',
      figure: parts.seconds / whole.seconds,
      cpu: parts.cpu / whole.cpu,
      goal: atMost(0.6),
    },
  ];
}
