import type { Dialect } from '../../src/spec/index.ts';
import { linesOf } from '../lines.ts';
import { isBreakdown, type Breakdown, type Subject } from '../subject.ts';
import type { Step, Trial } from '../trial.ts';
import type { Shape } from './shapes.ts';

/** How time grows with the size of a shape's logs. */
export interface Growth {
  /** Of the logarithm of time over that of size, between the two largest logs. */
  readonly slope: number;
  /** What the parser did instead of answering. */
  readonly breakdown?: Breakdown;
  /** The largest log. */
  readonly trial: Trial;
}

/** Bytes. Each log is four times the one before, until one takes long enough to be measured. */
const SMALLEST = 1024;
const FACTOR = 4;
const LARGEST = 256 * 1024;
/** Milliseconds: below it the machine's own hiccups are what is measured, and above it there is no need to go on. */
const LEAST = 25;
const ENOUGH = 150;
const TIMES = 3;
/** How often a steep slope is measured again before it is believed: a busy machine is no fault of the parser. */
const CHANCES = 3;

const stepOf = (dialect: Dialect, chunks: readonly Uint8Array[]): Step => ({
  command: { cmd: 'parse', dialect, want: 'verdicts', chunks },
  expected: { lines: linesOf(chunks).map(() => ({ verdict: 'either' })) },
});

/** The median time of some tries, or the breakdown that came instead. */
async function timeOf(subject: Subject, { command }: Step, times: number): Promise<number | Breakdown> {
  const measured: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const reply = await subject.ask(command);
    if (isBreakdown(reply)) return reply;
    measured.push(reply.ms);
    if (reply.ms > ENOUGH) break;
  }
  return measured.sort((a, b) => a - b)[measured.length >> 1]!;
}

async function slopeOf(subject: Subject, dialect: Dialect, shape: Shape, times: number): Promise<Growth> {
  let before = 0;
  for (let size = SMALLEST; ; size *= FACTOR) {
    const step = stepOf(dialect, shape(size));
    const time = await timeOf(subject, step, times);
    const trial = { steps: [step] };
    if (typeof time !== 'number') return { slope: 0, breakdown: time, trial };
    const slope = time < LEAST || before === 0 ? 0 : Math.log(time / before) / Math.log(FACTOR);
    if (size >= LARGEST || time > ENOUGH) return { slope, trial };
    before = time;
  }
}

/** Measures how time grows with the size of a shape's logs: once, and where that is steep, again and with more care. */
export async function measureGrowth(subject: Subject, dialect: Dialect, shape: Shape, limit: number): Promise<Growth> {
  let gentlest = await slopeOf(subject, dialect, shape, 1);
  for (let i = 0; i < CHANCES && !gentlest.breakdown && gentlest.slope > limit; i += 1) {
    const growth = await slopeOf(subject, dialect, shape, TIMES);
    if (growth.breakdown || growth.slope < gentlest.slope) gentlest = growth;
  }
  return gentlest;
}
