/** The simulation behaves like real courses: each figure lies in its band, and leaves it when its mechanism is turned off. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { observe, RUN, sidesOf } from './observe.ts';
import type { Statistic } from './statistic.ts';
import { STATISTICS } from './statistics.ts';
import { ABLATIONS, type Ablation } from './ablations.ts';
import { withPart } from '../marked-part.ts';
import { tableOf } from './table.ts';

const nameOf = ({ row, what }: { row: string; what: string }): string => `${row}: ${what}`;
const BY_NAME = new Map(STATISTICS.map((statistic) => [nameOf(statistic), statistic]));
const DOCUMENT = fileURLToPath(new URL('../../docs/realism.md', import.meta.url));

describe('a course of 5,000 people and 14 weeks', () => {
  let values: Map<Statistic, number>;
  beforeAll(() => {
    const observed = observe();
    values = new Map(STATISTICS.map((statistic) => [statistic, statistic.measure(observed)]));
  });

  test.each([...BY_NAME])('%s', (_, statistic) => {
    const [low, high] = statistic.band;
    const value = values.get(statistic)!;
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  });

  test('docs/realism.md has these figures; npm run realism writes them', () => {
    const text = readFileSync(DOCUMENT, 'utf8');
    expect(
      withPart(
        text,
        'figures',
        'npm run realism',
        tableOf((statistic) => values.get(statistic)!),
      ),
    ).toBe(text);
  });
});

describe('a mechanism is turned off', () => {
  test.each(Object.entries<Ablation>(ABLATIONS))('%s', (_, off) => {
    const statistics = off.breaks!.map((name) => BY_NAME.get(name)!);
    const observed = observe({ ...RUN, users: off.users ?? 250 }, off, sidesOf(statistics));
    const values = statistics.map((one) => ({ name: nameOf(one), value: one.measure(observed), band: one.band }));
    expect(values.filter(({ value, band: [low, high] }) => value >= low && value <= high)).toEqual([]);
    expect(values.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
  });

  test('every statistic tells of one', () => {
    const told = Object.values<Ablation>(ABLATIONS).flatMap(({ breaks }) => breaks!);
    expect(told.toSorted()).toEqual([...BY_NAME.keys()].toSorted());
  });
});
