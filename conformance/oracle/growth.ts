/**
 * How a parser's processor time grows with the size of a log. Other programs add to what is measured, now and then, but
 * never take from it: what counts is the least of several times. And memory that a parser needs for the first time, or caches
 * that it outgrows, make a step dearer than the one before: only what grows too fast three steps in a row is too fast.
 */
import type { Dialect } from '../../src/spec/index.ts';
import { linesOf } from '../subjects/lines.ts';
import type { AdapterFailure, Subject } from '../subjects/subject.ts';
import type { Step, Trial } from '../subjects/trial.ts';
import { asking, inBytes, inMilliseconds, isElsewhere, Meter, rungOf, Unanswered, type Rung } from './meter.ts';

/** Verdict about how a parser's time grows with one kind of log. */
export interface Growth {
  /** `unclear`: it could not be measured here. */
  readonly verdict: 'linear' | 'steep' | 'unclear';
  /** Of time over size: 1 is linear, 2 quadratic; of the gentler of two steps where it is not too fast. 0 where all is too quick to be felt. */
  readonly power: number;
  /** Measurements, in words. */
  readonly words: string;
  readonly failure?: AdapterFailure;
  /** The logs that show it, the smallest first. */
  readonly trial: Trial;
}

/** Logs of one kind. */
export interface Logs {
  /** The pieces of a log of about so many bytes. */
  readonly log: (size: number) => readonly Uint8Array[];
  /** Bytes; one log of twice as many may be asked for, to see whether growth goes on. */
  readonly largest: number;
}

/** Bytes of the first log that is tried. */
const FIRST = 16_384;
/** Each log is so many times as large as the one before. */
const FACTOR = 4;
/** Milliseconds that the largest log must take: what takes less is too quick to be felt. */
const ENOUGH = { exact: 20, cut: 160 };
/** Milliseconds that it must take where it has less than so many bytes: what grows with their square is seen in many only. */
const PLENTY = 100;
const MANY = 256 * 1024;
/** Milliseconds after which no larger logs are tried. */
const LONGEST_TIME = 1500;
/** Milliseconds after which a growth that is too fast needs no larger log to be called so. */
const CLEAR_TIME = 600;
/** Power of the size below which growth is fine. What lies between fine and too fast is looked at in larger logs. */
const GENTLE = 1.35;
/** Power from which on a growth that is fine so far is looked at in larger logs: a square may only begin to show. */
const FLAT = 1.15;
/**
 * Powers from which on growth is too fast: of the lower step between three logs, of the upper one, of both together; or of both
 * where that is so much that no one step can be dear for other reasons. A square gets steeper, what is dear once does not. What
 * was too fast before need be a little less so.
 */
const TOO_FAST = {
  first: { lower: 1.35, upper: 1.6, both: 1.6, abrupt: 2 },
  again: { lower: 1.25, upper: 1.5, both: 1.5, abrupt: 1.9 },
};
/** The power from which on a growth that was too fast goes on in a log twice as large. */
const GOES_ON = { first: 1.5, again: 1.4 };
/** How often the logs of a growth that is too fast are measured again before it is called so. */
const ROUNDS = 3;
/** How often the smaller logs of three are measured for each time of the largest. */
const TRIES = 2;
/** Of a parser that does not answer, one that works for less than one part in so many is not kept from it by others. */
const IDLE = 100;

type Three = readonly [small: Rung, middle: Rung, large: Rung];

/** Measures three logs again and again, until their growth is fine, or has been too fast as often as it takes to say so. */
async function classify(
  meter: Meter,
  [small, middle, large]: Three,
  tooFast: keyof typeof TOO_FAST,
): Promise<Growth['verdict'] | 'one step'> {
  const rounds = meter.time(large) > CLEAR_TIME ? 1 : ROUNDS;
  const least = TOO_FAST[tooFast];
  for (let round = 1; ; round += 1) {
    await meter.measure(small, TRIES);
    await meter.measure(middle, TRIES);
    const lower = meter.power(small, middle);
    const upper = meter.power(middle, large);
    const both = meter.power(small, large);
    if (upper < GENTLE) return 'linear';
    const isTooFast = (lower >= least.lower && upper >= least.upper && both >= least.both) || both >= least.abrupt;
    if (!isTooFast && round > 1) return lower < GENTLE ? 'one step' : 'unclear';
    if (round > rounds) return 'steep';
    await meter.measure(large);
  }
}

/** Any verdicts are right: only how long they take is looked at. */
const stepOf = ({ command }: Rung): Step => ({
  command,
  expected: { lines: linesOf(command.cmd === 'parse' ? command.chunks : []).map(() => ({ verdict: 'either' })) },
});

const trialOf = (rungs: readonly Rung[]): Trial => ({ steps: rungs.map(stepOf) });

const found = (meter: Meter, rungs: readonly [...Three, next?: Rung], verdict: Growth['verdict']): Growth => {
  const [small, middle, large] = rungs;
  const power =
    verdict === 'steep' ? meter.power(small, large) : Math.min(meter.power(small, middle), meter.power(middle, large));
  const known = rungs.filter((rung) => rung !== undefined);
  return { verdict, power, words: meter.words(known), trial: trialOf(known) };
};

/** No more than that a log, the largest that was tried, takes some time. */
const single = (verdict: Growth['verdict'], words: string, rung: Rung): Growth => ({
  verdict,
  power: 0,
  words,
  trial: trialOf([rung]),
});

async function growthOfLogs(meter: Meter, dialect: Dialect, { log, largest }: Logs): Promise<Growth> {
  const rungs = new Map<number, Rung>();
  const at = (size: number): Rung => {
    const rung = rungs.get(size) ?? rungOf(asking(dialect, log(size)));
    rungs.set(size, rung);
    return rung;
  };
  let factor = FACTOR;
  for (let size = Math.min(FIRST, largest); ; size = Math.min(size * factor, largest)) {
    const three: Three = [at(size / FACTOR / FACTOR), at(size / FACTOR), at(size)];
    const [, middle, large] = three;
    await meter.measure(large);
    if (isElsewhere(large)) {
      for (const rung of three) await meter.measure(rung, TRIES);
      if (isElsewhere(large) && Math.log(large.waited / middle.waited) / Math.log(FACTOR) >= GENTLE) {
        return single(
          'unclear',
          `what edxgen has started works for ${inMilliseconds(large.worked)} of the ${inMilliseconds(large.waited)} that ${inBytes(large.size)} take; something else reads for it`,
          large,
        );
      }
    }
    const isLast = size === largest || meter.time(large) > LONGEST_TIME || isElsewhere(large);
    if (meter.time(large) < (size < MANY ? Math.max(PLENTY, ENOUGH[meter.precision]) : ENOUGH[meter.precision])) {
      if (isLast) return single('linear', meter.words([large]), large);
      continue;
    }
    const verdict = await classify(meter, three, 'first');
    if (verdict === 'linear' && (isLast || meter.power(middle, large) < FLAT)) return found(meter, three, verdict);
    // A log twice as large would take too long: whether growth goes on is seen in one half as large, which no one dear step passes.
    if (verdict === 'steep' && meter.time(large) > CLEAR_TIME) {
      const half = at(size / 2);
      const powers = () => [meter.power(middle, half), meter.power(half, large)] as const;
      await meter.measure(half, TRIES);
      for (let round = 1; round < ROUNDS && Math.min(...powers()) < GENTLE; round += 1) {
        await meter.measure(middle, TRIES);
        await meter.measure(half, TRIES);
      }
      const [lower, upper] = powers();
      const goesOn = upper >= GOES_ON.first ? 'steep' : 'unclear';
      return found(meter, three, Math.min(lower, upper) < GENTLE ? 'linear' : goesOn);
    }
    if (verdict === 'one step' && isLast) return found(meter, three, 'linear');
    if (verdict === 'steep' || isLast) {
      const next = at(2 * size);
      await meter.measure(next);
      // What collects garbage now and then makes single times dear, and short ones most: the least of more of them tells.
      const [rounds, tries] = meter.time(next) > CLEAR_TIME ? [1, 1] : [ROUNDS, TRIES];
      for (let round = 0; round < rounds && meter.power(large, next) >= GENTLE; round += 1) {
        await meter.measure(next, tries);
        await meter.measure(large);
      }
      const power = meter.power(large, next);
      if (power < GENTLE) return found(meter, three, 'linear');
      if (verdict === 'steep' && power >= GOES_ON.first) return found(meter, [...three, next], 'steep');
      if (isLast) return found(meter, [...three, next], 'unclear');
    }
    factor = 2;
  }
}

/** A crash is one whatever the machine does; a parser that gives no answer may only have been kept from it by others. */
function broken({ failure, rung, worked, waited }: Unanswered, limit: number): Growth {
  const isOwn = failure.kind !== 'hang' || (worked !== undefined && (worked > limit || worked < waited / IDLE));
  const result = { power: 0, words: failure.reason, trial: trialOf([rung]) };
  return isOwn ? { ...result, verdict: 'steep', failure } : { ...result, verdict: 'unclear' };
}

async function measured(subject: Subject, dialect: Dialect, how: (meter: Meter) => Promise<Growth>): Promise<Growth> {
  const meter = new Meter(subject);
  try {
    await meter.start(dialect);
    const growth = await how(meter);
    return meter.tells ? growth : { ...growth, verdict: 'unclear' };
  } catch (error) {
    if (error instanceof Unanswered) return broken(error, subject.timeout);
    throw error;
  }
}

/** Measures how time grows with the size of logs. It is unclear wherever the platform tells no processor time. */
export const measureGrowth = (subject: Subject, dialect: Dialect, logs: Logs): Promise<Growth> =>
  measured(subject, dialect, (meter) => growthOfLogs(meter, dialect, logs));

/** Measures three logs of an earlier measurement again, or asks the one that got no answer. */
export const measureAgain = (subject: Subject, dialect: Dialect, { steps }: Trial): Promise<Growth> =>
  measured(subject, dialect, async (meter) => {
    const rungs = steps.map(({ command }) => rungOf(command));
    for (const rung of rungs) await meter.measure(rung);
    const [small, middle, large, next] = rungs;
    if (!small || !middle || !large) return single('linear', meter.words(rungs), rungs.at(-1)!);
    const three: Three = [small, middle, large];
    const verdict = await classify(meter, three, 'again');
    if (verdict === 'one step') return found(meter, three, 'linear');
    if (verdict !== 'steep' || !next) return found(meter, three, verdict);
    await meter.measure(next);
    return found(meter, [...three, next], meter.power(large, next) >= GOES_ON.again ? 'steep' : 'linear');
  });
