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
const TRIES = 3;
/** How often a slope is measured again that is steep, or less steep than the limit by so much: a busy machine is no fault of the parser. */
const CHANCES = 3;
const DOUBT = 0.4;

const stepOf = (dialect: Dialect, chunks: readonly Uint8Array[]): Step => ({
  command: { cmd: 'parse', dialect, want: 'verdicts', chunks },
  expected: { lines: linesOf(chunks).map(() => ({ verdict: 'either' })) },
});

/** Adds some times of a log to those known; gives the breakdown that came instead, if one did. */
async function addTimes(subject: Subject, { command }: Step, known: number[], tries: number): Promise<Breakdown | undefined> {
  for (let i = 0; i < tries; i += 1) {
    const reply = await subject.ask(command);
    if (isBreakdown(reply)) return reply;
    known.push(reply.ms);
    if (reply.ms > ENOUGH) break;
  }
  known.sort((a, b) => a - b);
  return undefined;
}

const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1]!;

/** By medians, and by the least times too, to which a busy machine adds little: the gentler one. */
const slopeBetween = (before: readonly number[], after: readonly number[]): number =>
  Math.log(Math.min(median(after) / median(before), after[0]! / before[0]!)) / Math.log(FACTOR);

/** @param times all that is known, by the size of the log */
async function slopeOf(subject: Subject, dialect: Dialect, shape: Shape, times: Map<number, number[]>, tries: number): Promise<Growth> {
  let before: number[] | undefined;
  for (let size = SMALLEST; ; size *= FACTOR) {
    const step = stepOf(dialect, shape(size));
    const known = times.get(size) ?? [];
    times.set(size, known);
    const breakdown = await addTimes(subject, step, known, tries);
    const trial = { steps: [step] };
    if (breakdown) return { slope: 0, breakdown, trial };
    const time = median(known);
    const slope = time < LEAST || !before ? 0 : slopeBetween(before, known);
    if (size >= LARGEST || time > ENOUGH) return { slope, trial };
    before = known;
  }
}

/** Measures how time grows with the size of a shape's logs: once, and where that is steep or nearly so, again and again. */
export async function measureGrowth(subject: Subject, dialect: Dialect, shape: Shape, limit: number): Promise<Growth> {
  const times = new Map<number, number[]>();
  // What runs for the first time takes longer for that alone.
  await subject.ask(stepOf(dialect, shape(SMALLEST)).command);
  let growth = await slopeOf(subject, dialect, shape, times, 1);
  for (let i = 0; i < CHANCES && !growth.breakdown && growth.slope > limit - DOUBT; i += 1) {
    growth = await slopeOf(subject, dialect, shape, times, TRIES);
  }
  return growth;
}
