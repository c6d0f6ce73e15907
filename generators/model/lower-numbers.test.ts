/** What others have left: of lower numbers alone, whoever is there beyond, and not more than is said. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { integer, stream } from '../../src/base/random/index.ts';
import { LastOfLower } from './lower-numbers.ts';

const MOST = 5;
const things = fc.array(fc.nat({ max: 40 }), { maxLength: 120 });

forAll([things, fc.nat({ max: 41 })])('the last of lower numbers, as if all were kept', (numbers, who) => {
  const last = new LastOfLower<number>(MOST);
  for (const [time, number] of numbers.entries()) last.put(number, time, time);
  const expected = [...numbers.entries()].filter(([, number]) => number < who).map(([time]) => time);
  expect(last.foundBy(who, Infinity)).toEqual(expected.toReversed().slice(0, MOST));
});

forAll([things, fc.nat({ max: 41 }), fc.nat({ max: 120 })])(
  'who is there beyond changes nothing',
  (numbers, who, time) => {
    const [all, lower] = [new LastOfLower<number>(MOST), new LastOfLower<number>(MOST)];
    for (const [since, number] of numbers.entries()) {
      all.put(number, since, since);
      if (number < who) lower.put(number, since, since);
    }
    expect(all.foundBy(who, time)).toEqual(lower.foundBy(who, time));
  },
);

test('a thousand times as much takes little more memory', () => {
  const last = new LastOfLower<number>(MOST);
  const random = stream('lower numbers');
  for (let time = 0; time < 20_000; time += 1) last.put(integer(random, 0, 1_000_000), time, time);
  expect(last.size).toBeLessThan(2 * MOST * (1 + Math.log(20_000 / MOST)));
});
