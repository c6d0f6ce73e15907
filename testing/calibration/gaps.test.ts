/** No atoms and no folds in the gaps between one person's clicks; a detector that cannot find one shows nothing. */
import { beforeAll, expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { builtInCourse } from '../../generators/course/built-in.ts';
import { loadPreset } from '../../generators/learners/presets.ts';
import { resolvePlan } from '../../generators/run/options.ts';
import { mergedLines } from '../../generators/simulation/merge.ts';
import { Gaps } from './gaps.ts';
import { seen, type Seen } from './observer.ts';

let lines: Seen[];
const gapsOf = (all: Iterable<Seen>): Gaps => {
  const gaps = new Gaps();
  for (const line of all) gaps.see(line);
  return gaps;
};

/** Moves what a person does from then on, so that a share of gaps is what a function makes of it. */
function moved(share: number, change: (gap: number, draw: number) => number): Seen[] {
  const random = stream('gaps', 'moved');
  const last = new Map<string, { own: number; moved: number }>();
  return lines.map((line) => {
    if (line.source !== 'browser') return line;
    const before = last.get(line.username);
    const gap = before === undefined ? 0 : line.time - before.own;
    const chosen = before !== undefined && gap < 3600 && random() < share;
    const time = before === undefined ? line.time : before.moved + (chosen ? change(gap, random()) : gap);
    last.set(line.username, { own: line.time, moved: time });
    return { ...line, time };
  });
}

beforeAll(() => {
  const plan = resolvePlan({ users: 1500, days: 42, seed: 'gaps' }, builtInCourse(), loadPreset('mooc-2012'));
  lines = [];
  for (const line of mergedLines(plan))
    if (line.common.fields.username !== '' && line.type.source === 'browser') lines.push(seen(line, plan.start));
});

test('no gap is more frequent than its neighbours', () => expect(gapsOf(lines).atoms()).toEqual([]));

test('no spread of gaps has a step', () => expect(gapsOf(lines).folds()).toEqual([]));

test('an atom of a tenth of a percent is found', () => {
  const atoms = gapsOf(moved(0.001, () => 3.5)).atoms();
  expect(atoms.length).toBeGreaterThan(0);
  for (const { milliseconds } of atoms) expect(Math.abs(milliseconds - 3500)).toBeLessThanOrEqual(1);
});

test('a tail that is folded back is found', () => {
  const folded = moved(1, (gap) => (gap < 1.2 ? 1.2 - (1.2 - gap) / 4 : gap));
  expect(gapsOf(folded).folds().length).toBeGreaterThan(0);
});

test('one to three clicks in a hundred come within .35 s', () => {
  const gaps = [...gapsOf(lines).pairs.values()].flat();
  const share = gaps.filter((gap) => gap < 350).length / gaps.length;
  expect(share).toBeGreaterThan(0.005);
  expect(share).toBeLessThan(0.03);
});
