import { forAll } from '../../testing/for-all.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ParserSubject } from '../subjects/in-process/parser-subject.ts';
import { linearTime } from '../properties/linear-time.ts';
import { ReferenceParser } from '../../testing/mutants/reference-parser.ts';
import type { Reply, Subject } from '../subjects/subject.ts';
import type { Command } from '../subjects/trial.ts';
import { measureAgain, measureGrowth, type Growth } from './growth.ts';

const LARGEST = 4 * 1024 * 1024;
const BYTES = Buffer.alloc(2 * LARGEST);
const LOGS = { log: (size: number) => [BYTES.subarray(0, size)], largest: LARGEST };

const sizeOf = (command: Command): number =>
  command.cmd === 'parse' ? command.chunks.reduce((sum, { length }) => sum + length, 0) : 0;

/** How a computed parser takes its time. */
interface Takes {
  /** Milliseconds of processor time for a log of so many bytes. */
  readonly worked: (bytes: number) => number;
  /** Times of that which a clock sees. */
  readonly waited?: number;
  /** Each time is so many times as long. */
  readonly noise?: () => number;
  readonly tells?: boolean;
  readonly breaks?: (bytes: number) => Reply | undefined;
}

/** A parser whose time is computed, so that every machine, busy or not, measures the same. */
function computed({ worked, waited = 1, noise = () => 1, tells = true, breaks }: Takes): Subject {
  const { claims } = new ParserSubject(new ReferenceParser(), 5000);
  let now = 0;
  const stopwatch = () => {
    const begin = now;
    return () => ({ ms: now - begin, cut: false });
  };
  return {
    claims,
    timeout: 5000,
    answers: 0,
    remembers: true,
    noise: { count: 0, first: '' },
    async ask(command) {
      const ms = worked(sizeOf(command)) * noise();
      now += ms;
      return breaks?.(sizeOf(command)) ?? { kind: 'lines', lines: [], ms: ms * waited };
    },
    ...(tells && { stopwatch }),
    close: async () => undefined,
  };
}

const growthOf = (takes: Takes): Promise<Growth> => measureGrowth(computed(takes), 'documented', LOGS);
const verdictOf = async (takes: Takes): Promise<Growth['verdict']> => (await growthOf(takes)).verdict;

/** Milliseconds that a byte takes, from a compiled parser to a slow interpreter. */
const perByte = fc.double({ min: 1e-6, max: 1e-3, noNaN: true });
/** What other programs do to processor time: they share caches and pipelines. */
const noises = (most: number) => fc.noShrink(fc.infiniteStream(fc.double({ min: 1, max: most, noNaN: true })));
const drawing = (from: Iterator<number>) => () => from.next().value as number;

describe('a parser whose time is linear', () => {
  forAll([perByte, fc.double({ min: 0, max: 5, noNaN: true }), noises(2)])(
    'is never accused',
    async (a, base, noise) => {
      expect(await verdictOf({ worked: (n) => base + a * n, noise: drawing(noise) })).not.toBe('steep');
    },
  );

  forAll([perByte, fc.nat(22), fc.double({ min: 1, max: 8, noNaN: true })])(
    'is right, whatever one step costs more',
    async (a, power, dearer) => {
      expect(await verdictOf({ worked: (n) => a * n * (n > 2 ** power ? dearer : 1) })).toBe('linear');
    },
  );

  /** As CPython's forms do, about a megabyte. */
  forAll(
    [perByte, fc.nat(18), fc.double({ min: 1, max: 2, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true })],
    { examples: [[3.6313721659978946e-4, 14, 1.97, 8]] },
  )('is not accused where two steps cost more', async (a, power, once, twice) => {
    expect(
      await verdictOf({ worked: (n) => a * n * (n > 2 ** power ? once : 1) * (n > 4 * 2 ** power ? twice : 1) }),
    ).not.toBe('steep');
  });

  forAll([perByte])('may sort', async (a) => {
    expect(await verdictOf({ worked: (n) => a * n * Math.log2(n + 2) })).toBe('linear');
  });
});

describe('a parser whose time is quadratic', () => {
  /** Bytes from which on it is. */
  const from = fc.double({ min: 10, max: 10_000, noNaN: true });

  forAll([perByte, from])('is accused, and again', async (a, bytes) => {
    const worked = (n: number) => a * n * (1 + n / bytes);
    fc.pre(worked(LARGEST) > 100);
    const { verdict, trial } = await growthOf({ worked });
    expect(verdict).toBe('steep');
    expect(trial.steps.length).toBeGreaterThanOrEqual(3);
    expect((await measureAgain(computed({ worked }), 'documented', trial)).verdict).toBe('steep');
    expect((await measureAgain(computed({ worked: (n) => a * n }), 'documented', trial)).verdict).toBe('linear');
  });

  forAll([perByte, from, noises(1.5)])('is never called right on a busy machine', async (a, bytes, noise) => {
    const worked = (n: number) => a * n * (1 + n / bytes);
    fc.pre(worked(LARGEST) > 100);
    expect(await verdictOf({ worked, noise: drawing(noise) })).not.toBe('linear');
  });

  /** Bytes of the first logs that take long enough to be felt: there what is linear takes as much. */
  const fromLate = fc.double({ min: 10_000, max: 400_000, noNaN: true });

  forAll([fc.double({ min: 1e-6, max: 5e-5, noNaN: true }), fromLate, noises(1.1)])(
    'is accused where that shows in larger logs only',
    async (a, bytes, noise) => {
      const worked = (n: number) => a * n * (1 + n / bytes);
      fc.pre(worked(LARGEST) > 100);
      expect(await verdictOf({ worked, noise: drawing(noise) })).toBe('steep');
    },
  );
});

describe('is unclear', () => {
  const worked = (n: number) => (n / 10_000) ** 2;

  test('where the platform tells no processor time', async () => {
    expect(await growthOf({ worked, tells: false })).toMatchObject({
      verdict: 'unclear',
      words: expect.stringContaining('by the clock'),
    });
  });

  test('where something else does the work', async () => {
    expect(await growthOf({ worked, waited: 1000 })).toMatchObject({
      verdict: 'unclear',
      words: expect.stringContaining('something else reads for it'),
    });
  });

  const hang = (n: number): Reply | undefined =>
    n > 100_000 ? { kind: 'hang', reason: 'it gives no answer within 50000 ms', ms: 50_000 } : undefined;

  test('where a parser that does not answer was kept from working', async () => {
    expect(await verdictOf({ worked: () => 1, breaks: hang })).toBe('unclear');
  });
});

test('a crash is one, and stored with the log that does it', async () => {
  const breaks = (n: number): Reply | undefined =>
    n > 100_000 ? { kind: 'crash', reason: 'it exits with 1', ms: 1 } : undefined;
  const { verdict, failure, trial } = await growthOf({ worked: () => 1, breaks });
  expect({ verdict, kind: failure?.kind, steps: trial.steps.length }).toEqual({
    verdict: 'steep',
    kind: 'crash',
    steps: 1,
  });
  expect((await measureAgain(computed({ worked: () => 1, breaks }), 'documented', trial)).failure?.kind).toBe('crash');
  expect((await measureAgain(computed({ worked: () => 1 }), 'documented', trial)).verdict).toBe('linear');
});

test('a right parser is not accused, however busy the machine is', { timeout: 600_000 }, async () => {
  expect(await linearTime.measure(new ParserSubject(new ReferenceParser(), 5000), 'documented')).not.toHaveProperty(
    'failing',
  );
});
