/**
 * What a default run costs, and how much of that goes into making inputs: `npm run bench:conform`. Times are of this machine
 * as it is now; the shares are what to quote.
 */
import fc from 'fast-check';
import { AdapterSubject } from './subjects/adapter/adapter-subject.ts';
import { ParserSubject } from './subjects/in-process/parser-subject.ts';
import { PROPERTIES } from './properties/index.ts';
import { isMeasured } from './properties/property.ts';
import { CONFORM_DEFAULTS } from './runner/defaults.ts';
import { run } from './runner/run.ts';
import { select } from './runner/select.ts';
import { ReferenceParser } from '../testing/mutants/reference-parser.ts';
import type { Subject } from './subjects/subject.ts';

const SLOWEST = 8;

interface Cost {
  readonly wall: number;
  /** Of this process, user and system. */
  readonly cpu: number;
}

async function costOf(work: () => Promise<unknown> | unknown): Promise<Cost> {
  const begin = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - begin, cpu: (user + system) / 1000 };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Makes the inputs of a run, and asks nobody. */
function inputsOf(subject: Subject): void {
  for (const { property, dialect, skipped } of select(PROPERTIES, subject.claims, {})) {
    if (skipped === undefined && !isMeasured(property))
      fc.sample(property.trials(dialect), { seed: 1, numRuns: CONFORM_DEFAULTS.runs });
  }
}

async function bench(name: string, subject: Subject): Promise<void> {
  let slowest = '';
  const whole = await costOf(async () => {
    const { results, conforms } = await run(subject);
    const sorted = results.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
    slowest = `${conforms ? '' : 'IT DOES NOT CONFORM '}${sorted.map(({ property, dialect, ms }) => `${property.id}/${dialect} ${Math.round(ms)} ms`).join(', ')}`;
  });
  const inputs = await costOf(() => inputsOf(subject));
  const share = Math.round((100 * inputs.cpu) / whole.cpu);
  console.log(
    `${name}: ${seconds(whole.wall)}, of which this process computes ${seconds(whole.cpu)}; making the inputs again takes ${share}% of that\n  ${slowest}`,
  );
  await subject.close();
}

const [which = 'both', ...command] = process.argv.slice(2);
if (which !== 'adapter') await bench('in process', new ParserSubject(new ReferenceParser(), CONFORM_DEFAULTS.timeout));
if (which !== 'process') {
  const adapter = command.length > 0 ? command : ['python3', 'examples/adapters/adapter.py'];
  await bench(adapter.join(' '), await AdapterSubject.start(adapter, { timeout: CONFORM_DEFAULTS.timeout }));
}
