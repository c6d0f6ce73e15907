import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect } from 'vitest';
import { addRun, lengthOf } from './watching.ts';

const LENGTH = 40;
const run = fc
  .tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const secondsOf = (parts: readonly number[]): number[] =>
  Array.from({ length: parts.length / 2 }, (_, part) =>
    Array.from({ length: parts[2 * part + 1]! - parts[2 * part]! }, (__, second) => parts[2 * part]! + second),
  ).flat();

forAll([fc.array(run, { maxLength: 12 })])('parts are those of a set of seconds', (runs) => {
  const seen: number[] = [];
  const model = new Set<number>();
  for (const [from, to] of runs) {
    const fresh = secondsOf(addRun(seen, from, to));
    const seconds = secondsOf([from, to]);
    expect(fresh).toEqual(seconds.filter((second) => !model.has(second)));
    for (const second of seconds) model.add(second);
    expect(secondsOf(seen)).toEqual([...model].toSorted((a, b) => a - b));
    expect(lengthOf(seen)).toBe(model.size);
  }
});
