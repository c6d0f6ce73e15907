/**
 * How often linear-time calls right parsers and quadratic ones what they are, on this machine as it is and with three busy
 * processes a processor besides: `npm run bench:linear-time`, with `-- short` a few runs of each, with `-- idle` or `-- busy`
 * one of the two. Run it when nothing else does.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { AdapterSubject } from '../subjects/adapter/adapter-subject.ts';
import { ParserSubject } from '../subjects/in-process/parser-subject.ts';
import { linearTime } from '../properties/linear-time.ts';
import { CONFORM_DEFAULTS } from '../runner/defaults.ts';
import { MUTANTS } from '../../testing/mutants/index.ts';
import { ReferenceParser } from '../../testing/mutants/reference-parser.ts';
import type { Subject } from '../subjects/subject.ts';
import { ADAPTER } from '../../testing/program.ts';

const words = process.argv.slice(2);
const SHORT = words.includes('short');
const BUSY = 3;
const RIGHT_RUNS = SHORT ? { idle: 2, busy: 2 } : { idle: 50, busy: 200 };
const MUTANT_RUNS = SHORT ? 1 : 20;

const adapter =
  (...command: string[]) =>
  () =>
    AdapterSubject.start(command, { timeout: CONFORM_DEFAULTS.timeout, start: 600_000 });
const inProcess = (parser: ReferenceParser) => async () => new ParserSubject(parser, CONFORM_DEFAULTS.timeout);

const RIGHT: Record<string, () => Promise<Subject>> = {
  'right, in process': inProcess(new ReferenceParser()),
  'Python adapter': adapter('python3', 'examples/adapters/adapter.py'),
  'TypeScript adapter': adapter(process.execPath, ADAPTER),
  'Perl adapter': adapter('perl', 'examples/adapters/adapter.pl'),
  'Java adapter': adapter('java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', 'examples/adapters/Adapter.java'),
};
const SLOW = MUTANTS.filter(({ property }) => property === linearTime.id);

const load = (count: number): ChildProcess[] =>
  Array.from({ length: count }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));

/** Prints what each of some runs says, and how long a run takes. */
async function row(name: string, start: () => Promise<Subject>, runs: number): Promise<void> {
  const counts = { right: 0, unclear: 0, accused: 0 };
  const seconds: number[] = [];
  let last = '';
  for (let i = 0; i < runs; i += 1) {
    const subject = await start();
    const begin = performance.now();
    const { failing, isUnclear, finding } = await linearTime.measure(subject, 'documented');
    seconds.push((performance.now() - begin) / 1000);
    counts[failing ? 'accused' : isUnclear ? 'unclear' : 'right'] += 1;
    if (failing || isUnclear) last = finding;
    await subject.close();
  }
  const median = seconds.toSorted((a, b) => a - b)[seconds.length >> 1]!;
  console.log(
    `${name.padEnd(32)} ${Object.values(counts)
      .map((count) => `${count}`.padStart(8))
      .join('')} ${`${median.toFixed(1)} s`.padStart(9)}  ${last}`,
  );
}

for (const when of ['idle', 'busy'] as const) {
  if (words.includes(when === 'idle' ? 'busy' : 'idle')) continue;
  const busy = load(when === 'busy' ? BUSY * availableParallelism() : 0);
  console.log(
    `\n${when === 'busy' ? `${busy.length} busy processes` : 'nothing but what runs anyway'}\n\n${''.padEnd(32)}    right unclear accused   median`,
  );
  for (const [name, start] of Object.entries(RIGHT)) {
    const [program] = name.toLowerCase().split(' ');
    const isMissing = ['perl', 'java'].includes(program!) && spawnSync(program!, ['-version']).error !== undefined;
    if (!isMissing) await row(name, start, RIGHT_RUNS[when]);
  }
  for (const { id, parser } of SLOW) await row(id, inProcess(parser()), MUTANT_RUNS);
  for (const child of busy) child.kill();
}
