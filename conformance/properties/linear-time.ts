import { measureAgain, measureGrowth, type Growth } from '../oracle/growth.ts';
import { SHAPES, type Shape } from '../inputs/growing-logs.ts';
import type { Measured, MeasuredProperty } from './property.ts';
import type { Claims, Subject } from '../subjects/subject.ts';
import type { Dialect } from '../../src/spec/index.ts';

/** Bytes of a log, of one that is a single line, and of one whose nesting grows with it, unless the parser states that it reads less. */
const LARGEST = { log: 4 * 1024 * 1024, line: 1024 * 1024, depth: 80 * 1024 };
/** Bytes of a line besides what makes it long, and bytes for each level of a nested one. */
const REST = 512;
const LEVEL = 5;

/** The largest log of a shape that the parser must read. */
function largestOf({ grows }: Shape, { limits: { lineBytes = Infinity, depth = Infinity } }: Claims): number {
  const limit = { log: Infinity, line: lineBytes - REST, depth: Math.min(lineBytes - REST, depth * LEVEL) };
  // A log of twice as many bytes may be asked for.
  return Math.floor(Math.min(LARGEST[grows], limit[grows] / 2));
}

/** Below it a log is too small to be measured, whatever the parser does. */
const LEAST = 4096;

async function growths(subject: Subject, dialect: Dialect): Promise<Map<string, Growth>> {
  const all = new Map<string, Growth>();
  for (const [name, shape] of Object.entries(SHAPES)) {
    const largest = largestOf(shape, subject.claims);
    if (largest < LEAST) continue;
    const growth = await measureGrowth(subject, dialect, { log: (size) => shape.log(size, dialect), largest });
    all.set(name, growth);
    if (growth.verdict === 'steep') break;
  }
  return all;
}

function measured(all: ReadonlyMap<string, Growth>): Measured {
  const steep = [...all].find(([, { verdict }]) => verdict === 'steep');
  if (steep) {
    const [name, { power, words, failure, trial }] = steep;
    if (failure) return { finding: `${name}: ${words}`, failure, failing: trial };
    return {
      finding: `${name}: time grows with the power ${power.toFixed(1)} of the size, where 1 is linear and 2 quadratic: ${words}`,
      failing: trial,
    };
  }
  const unclear = [...all].filter(([, { verdict }]) => verdict === 'unclear');
  if (unclear.length > 0)
    return {
      finding: `not measurable here: ${unclear.map(([name, { words }]) => `${name}: ${words}`).join('; ')}`,
      isUnclear: true,
    };
  const [name, { power }] = [...all].toSorted(([, a], [, b]) => b.power - a.power)[0]!;
  return { finding: `time grows at most with the power ${power.toFixed(1)} of the size (${name})` };
}

export const linearTime: MeasuredProperty = {
  id: 'linear-time',
  level: 'must',
  depth: 'lines',
  statement: 'Time grows no worse than linearly with the size of a log, whatever its shape.',
  source: 'protocol: What is a failure',
  async measure(subject, dialect, again) {
    return measured(
      again
        ? new Map([['the stored logs', await measureAgain(subject, dialect, again)]])
        : await growths(subject, dialect),
    );
  },
};
