/** The dialects tell of the same deeds: who answers what, in which order, and what is watched. Times may move, and with them what comes too late; and videos play by themselves in some. */
import { beforeAll, expect, test } from 'vitest';
import { builtInCourse } from '../course/built-in.ts';
import type { Line } from '../model/line.ts';
import { Pool } from '../simulation/pool.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { loadPreset } from '../learners/presets.ts';
import type { DeedListener } from '../model/platform.ts';
import { byPart } from '../truth/files.ts';
import { Ledger } from '../truth/ledger.ts';
import { resolvePlan } from './options.ts';

const START = '2013-03-04';

/** Deeds by learner, in their order, without times. */
type Deeds = Map<number, string[]>;

class Listener extends Ledger implements DeedListener {
  readonly deeds: Deeds = new Map();
  /** What plays by itself, which current knows nothing of. */
  readonly #alone = new Set<string>();

  override plays(...[visit, video, alone]: Parameters<Ledger['plays']>): void {
    super.plays(visit, video, alone);
    if (alone) this.#alone.add(`${visit.learner.number} ${video.key}`);
  }

  #do(learner: { readonly number: number }, deed: string): void {
    const mine = this.deeds.get(learner.number) ?? [];
    this.deeds.set(learner.number, mine);
    mine.push(deed);
  }

  override checks(...[visit, check, time]: Parameters<Ledger['checks']>): void {
    super.checks(visit, check, time);
    const { after, problem } = check as Parameters<DeedListener['checks']>[1];
    // Today nobody can send a form with nothing in it.
    if (after.answers.every((answer) => answer === '')) return;
    this.#do(visit.learner, `check ${problem.key} ${JSON.stringify(after.answers)}`);
  }

  override watched(...[visit, video, began, from, to]: Parameters<Ledger['watched']>): void {
    super.watched(visit, video, began, from, to);
    // Whoever stops what has begun by itself goes on from there when it comes to it: where a run ends is what people decide.
    if (!this.#alone.delete(`${visit.learner.number} ${video.key}`))
      this.#do(visit.learner, `watch ${video.key} ${to}`);
  }
}

const nowhere = { write() {}, writeText() {} };

/** Learners who leave the course, and when, to the minute: by their number. */
type Leavers = Map<number, string>;

/** What is done in a dialect, and who leaves the course. */
function deedsOf(dialect: Dialect): { readonly deeds: Deeds; readonly leavers: Leavers } {
  const options = {
    users: 400,
    days: 21,
    servers: 1,
    seed: 'deeds',
    dialect,
    start: START,
    heartbeats: 'none',
  } as const;
  const plan = resolvePlan(options, builtInCourse(), loadPreset('mooc-2012'));
  const listener = new Listener(
    plan,
    byPart(() => nowhere),
  );
  const leavers: Leavers = new Map();
  const line = ({ visit, type, path, payload, time }: Line): void => {
    const leaves =
      type.name === 'edx.course.enrollment.deactivated' ||
      (dialect === 'deployed' && path === '/change_enrollment' && JSON.stringify(payload).includes('unenroll'));
    if (leaves) leavers.set(visit!.learner.number, new Date(time / 1000).toISOString().slice(0, 16));
  };
  const pool = new Pool(plan, 0, { line }, [listener]);
  while (pool.step());
  return { deeds: listener.deeds, leavers };
}

let documented: Deeds;
let deployed: ReturnType<typeof deedsOf>;
let current: ReturnType<typeof deedsOf>;
beforeAll(() => {
  documented = deedsOf('documented').deeds;
  deployed = deedsOf('deployed');
  current = deedsOf('current');
});

/** How many deeds two lists have in common from their beginning on, as a share of the shorter: a run's end cuts off more of one than of the other. */
function shared(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  const apart = one.findIndex((deed, index) => deed !== other[index]);
  return most === 0 ? 1 : Math.min(most, apart < 0 ? most : apart) / most;
}

test.each(['deployed', 'current'] as const)('%s: as documented', (dialect) => {
  const { deeds } = dialect === 'deployed' ? deployed : current;
  const learners = [...documented.keys()];
  expect(learners.length).toBeGreaterThan(100);
  const shares = learners.map((learner) => shared(documented.get(learner)!, deeds.get(learner) ?? []));
  expect(shares.filter((share) => share === 1).length / shares.length).toBeGreaterThan(0.98);
});

test('who leaves the course does so in deployed as in current', () => {
  const [one, other] = [deployed.leavers, current.leavers];
  const both = [...one.keys()].filter((learner) => other.has(learner));
  expect(both.length).toBeGreaterThan(10);
  expect(both.length / Math.max(one.size, other.size)).toBeGreaterThan(0.9);
  const hours = both.map(
    (learner) => Math.abs(Date.parse(`${one.get(learner)}Z`) - Date.parse(`${other.get(learner)}Z`)) / 3.6e6,
  );
  expect(hours.filter((apart) => apart < 0.5).length / hours.length).toBeGreaterThan(0.9);
});
