/**
 * How often linear-time calls right parsers and quadratic ones what they are, on this machine as it is and with three busy
 * processes a processor besides: `npm run bench:linear-time`, with `-- short` a few runs of each, with `-- idle` or `-- busy`
 * one of the two, and with parts of parsers' names only those. Run it when nothing else does.
 *
 * The busy runs are each other's load: as many processes as make three a processor beside each take the runs one by one, and
 * go on counting to nothing when none is left.
 */
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
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
const NAMED = words.filter((word) => !['short', 'idle', 'busy'].includes(word));
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

/** What one run says. */
interface Outcome {
  readonly verdict: 'right' | 'unclear' | 'accused';
  readonly finding: string;
  readonly seconds: number;
}

const starterOf = (name: string): (() => Promise<Subject>) =>
  RIGHT[name] ?? inProcess(SLOW.find(({ id }) => id === name)!.parser());

async function measure(name: string): Promise<Outcome> {
  const subject = await starterOf(name)();
  const begin = performance.now();
  const { failing, isUnclear, finding } = await linearTime.measure(subject, 'documented');
  const seconds = (performance.now() - begin) / 1000;
  await subject.close();
  return { verdict: failing ? 'accused' : isUnclear ? 'unclear' : 'right', finding, seconds };
}

/** Prints what the runs of one parser said, and how long a run took. */
function printRow(name: string, outcomes: readonly Outcome[]): void {
  const counts = (['right', 'unclear', 'accused'] as const).map(
    (verdict) => outcomes.filter((outcome) => outcome.verdict === verdict).length,
  );
  const median = outcomes.map(({ seconds }) => seconds).toSorted((a, b) => a - b)[outcomes.length >> 1]!;
  const finding = outcomes.findLast(({ verdict }) => verdict !== 'right')?.finding ?? '';
  const columns = counts.map((count) => `${count}`.padStart(8)).join('');
  console.log(`${name.padEnd(32)} ${columns} ${`${median.toFixed(1)} s`.padStart(9)}  ${finding}`);
}

const isMissing = (name: string): boolean => {
  const [program] = name.toLowerCase().split(' ');
  return ['perl', 'java'].includes(program!) && spawnSync(program!, ['-version']).error !== undefined;
};

/** Parsers, and how often each is tried. */
function rowsOf(when: 'idle' | 'busy'): [name: string, runs: number][] {
  const rows: [string, number][] = [
    ...Object.keys(RIGHT).map((name): [string, number] => [name, RIGHT_RUNS[when]]),
    ...SLOW.map(({ id }): [string, number] => [id, MUTANT_RUNS]),
  ];
  const isNamed = (name: string): boolean => NAMED.length === 0 || NAMED.some((word) => name.includes(word));
  return rows.filter(([name]) => isNamed(name) && !isMissing(name));
}

/** A process that takes runs one by one until none is left, and is busy with nothing after that. */
async function serve(
  child: ChildProcess,
  next: () => string | undefined,
  told: (name: string, outcome: Outcome) => void,
) {
  for (let name = next(); name !== undefined; name = next()) {
    child.send(name);
    const [outcome] = (await once(child, 'message')) as [Outcome];
    told(name, outcome);
  }
  child.send('');
}

async function measureBusy(rows: readonly [string, number][]): Promise<void> {
  const todo = rows.flatMap(([name, runs]) => Array.from({ length: runs }, () => name)).values();
  const outcomes = new Map<string, Outcome[]>(rows.map(([name]) => [name, []]));
  const runs = new Map(rows);
  const children = Array.from({ length: 1 + BUSY * availableParallelism() }, () =>
    fork(fileURLToPath(import.meta.url), ['serve']),
  );
  const told = (name: string, outcome: Outcome): void => {
    const known = outcomes.get(name)!;
    known.push(outcome);
    if (known.length === runs.get(name)) printRow(name, known);
  };
  await Promise.all(children.map((child) => serve(child, () => todo.next().value, told)));
  for (const child of children) child.kill();
}

async function main(): Promise<void> {
  for (const when of ['idle', 'busy'] as const) {
    if (words.includes(when === 'idle' ? 'busy' : 'idle')) continue;
    const title = when === 'busy' ? `${BUSY} busy processes a processor` : 'nothing but what runs anyway';
    console.log(`\n${title}\n\n${''.padEnd(32)}    right unclear accused   median`);
    if (when === 'busy') await measureBusy(rowsOf(when));
    else
      for (const [name, runs] of rowsOf(when)) {
        const outcomes: Outcome[] = [];
        for (let i = 0; i < runs; i += 1) outcomes.push(await measure(name));
        printRow(name, outcomes);
      }
  }
}

async function answer(name: string): Promise<void> {
  if (name === '') for (;;);
  process.send!(await measure(name));
}

if (words[0] === 'serve') process.on('message', (name: string) => void answer(name));
else await main();
