/** Activity flows through midnight: a click before it may have its effect after it, and what a run's end cuts off a longer run has. */
import { beforeAll, expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { saveProblemCheck } from '../../src/spec/events/index.ts';
import { builtInCourse } from '../course/built-in.ts';
import { loadPreset } from '../learners/presets.ts';
import type { Line } from '../model/line.ts';
import { endOf, type Plan } from '../simulation/plan.ts';
import { Pool } from '../simulation/pool.ts';
import { byPart } from '../truth/files.ts';
import { Ledger } from '../truth/ledger.ts';
import { presetOf, resolvePlan } from './options.ts';
import { simulate } from './simulate.ts';

/** Clicks in the last three seconds of an hour, by hour. */
const clicks = new Map<string, number>();

beforeAll(async () => {
  for await (const line of simulate({ users: 4000, days: 14, seed: 'midnight' }).lines()) {
    const hour = /"time": "[\d-]+T(\d\d):59:5[7-9]\..*"event_source": "browser"/.exec(line)?.[1];
    if (hour !== undefined) clicks.set(hour, (clicks.get(hour) ?? 0) + 1);
  }
});

test('people click in the last seconds before midnight as before any other hour of the evening', () => {
  for (const hour of ['18', '19', '20', '21', '22', '23']) expect(clicks.get(hour)).toBeGreaterThan(0);
});

const PLAN = resolvePlan({ users: 60, days: 7, servers: 1 }, builtInCourse(), loadPreset(presetOf({})));
const nowhere = { write() {}, writeText() {} };

/** The lines of a plan's first pool, and how many checks its truth counts. */
function run(plan: Plan): { lines: Line[]; checks: number } {
  const lines: Line[] = [];
  const files = byPart(() => nowhere);
  const ledger = new Ledger({ ...plan, days: Math.ceil(plan.days) }, files);
  const pool = new Pool(plan, 0, { line: (line) => void lines.push(line) }, [ledger]);
  while (pool.step());
  ledger.close();
  return { lines, checks: ledger.totals.problems.checks.reduce((sum, checks) => sum + checks) };
}

const essence = ({ time, type, common, payload }: Line) => ({ time, type: type.name, fields: common.fields, payload });

test('marks that would come after the end are neither in the log nor in the truth; a longer run has them', () => {
  const { lines, checks } = run(PLAN);
  const marks = lines.filter(({ type }) => type === saveProblemCheck);
  expect(checks).toBe(marks.length);
  for (const [index, { time }] of marks.slice(0, 20).entries()) {
    const cut = { ...PLAN, days: (time - PLAN.start - 1) / DAY };
    const short = run(cut);
    expect(short.lines.map(essence)).toEqual(lines.filter((line) => line.time < endOf(cut)).map(essence));
    expect(short.checks).toBe(index);
  }
});
