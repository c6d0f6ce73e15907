/** The truth is what lines say, wherever lines say it; docs/truth.md tells where they do not. */
import { generate } from 'edxgen';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import * as current from '../../testing/causality/current/entry.test.support.ts';
import { entryOf, instantOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { dailyFilesOf, filesOf, linesIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { builtInCourse } from '../course/built-in.ts';
import { COURSES } from '../course/by-dialect.ts';
import { STARTS } from '../run/defaults.ts';
import { covered, Reader, type Person, type Read } from './reader.test.support.ts';

// The shapes are docs/truth.md's; tests read them as any other program would.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = any;

const startOf = (dialect: Dialect): string => STARTS[dialect];

/** A line as the reader needs it. */
type Seen = Read & Partial<Pick<Entry, 'ip'>>;
const readCurrent = (line: string): Seen => ({ ...current.entryOf(line), cut: false });
const rowsOf = (folder: string, name: string): Row[] => {
  const text = readFileSync(join(folder, 'truth', `${name}.jsonl`), 'utf8');
  return text === '' ? [] : linesIn(text).map((line) => JSON.parse(line));
};

interface Run {
  readonly folder: string;
  readonly truth: Row;
  /** Its lines in time order. */
  readonly entries: Seen[];
  readonly reader: Reader;
  /** The reader's people that the truth knows, with its line of them. */
  readonly pairs: { readonly person: Person; readonly row: Row }[];
}

/** A documented learner has few lines, and there must be guesses enough. */
const USERS: Readonly<Record<Dialect, number>> = { documented: 160, deployed: 80, current: 70 };

const made = new Map<Dialect, Promise<Run>>();

/** The run of a dialect, made and read once. */
function runOf(dialect: Dialect): Promise<Run> {
  const run = made.get(dialect) ?? makeRun(dialect);
  made.set(dialect, run);
  return run;
}

async function makeRun(dialect: Dialect): Promise<Run> {
  const folder = join(temporaryFolder(), 'run');
  await generate({
    seed: 'truth',
    users: USERS[dialect],
    days: 26,
    dialect,
    heartbeats: 'none',
    servers: 3,
    jobs: 2,
    out: folder,
  });
  const reader = new Reader(instantOf(`${startOf(dialect)}T00:00:00`), COURSES[dialect](builtInCourse()));
  const read: (line: string) => Seen = dialect === 'current' ? readCurrent : entryOf;
  const entries = [...dailyFilesOf(folder).values()].flatMap(linesIn).map(read);
  for (const entry of entries.sort((a, b) => a.time - b.time)) reader.read(entry);
  const pairs = rowsOf(folder, 'learners').map((row) => ({ row, person: reader.people.get(row.username)! }));
  return { folder, entries, truth: JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')), reader, pairs };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

describe.each(DIALECTS)('%s', (dialect) => {
  let run: Run;
  beforeAll(async () => {
    run = await runOf(dialect);
  });

  test('each learner of the lines has one line, and no other has', () => {
    expect(run.pairs.map(({ row }) => row.username).toSorted()).toEqual([...run.reader.people.keys()].toSorted());
  });

  test('days: events and learners', () => {
    const { reader, truth } = run;
    expect(truth.days.map(({ events }: Row) => events)).toEqual(
      truth.days.map((_: Row, day: number) => reader.dayEvents[day] ?? 0),
    );
    expect(truth.days.map(({ learners }: Row) => learners)).toEqual(
      truth.days.map((_: Row, day: number) => reader.dayLearners[day]?.size ?? 0),
    );
    expect(truth.days[0].date).toBe(startOf(dialect));
  });

  test('sessions, to the microsecond', () => {
    const mine = [...run.reader.people].flatMap(([username, { sessions }]) =>
      sessions.map((session) => `${username} ${session.start} ${session.end} ${session.events}`),
    );
    const told = rowsOf(run.folder, 'sessions').map(
      ({ username, start, end, events }) => `${username} ${instantOf(start)} ${instantOf(end)} ${events}`,
    );
    expect(told.toSorted()).toEqual(mine.toSorted());
  });

  test('learners: events, days, sessions and their length, page turns', () => {
    for (const { row, person } of run.pairs) {
      const seconds = sum(person.sessions.map(({ start, end }) => end - start)) / 1e6;
      const turns = dialect === 'documented' ? person.turns : row.pageTurns;
      expect(row).toMatchObject({
        events: person.events,
        days: person.days.size,
        sessions: person.sessions.length,
        pageTurns: turns,
      });
      expect(row.seconds).toBeCloseTo(seconds, 3);
    }
  });

  test('videos: viewers and plays', () => {
    const people = [...run.reader.people.values()];
    for (const { video, viewers, plays } of rowsOf(run.folder, 'videos')) {
      expect({ viewers, plays }).toEqual({
        viewers: people.filter((person) => person.plays.has(video)).length,
        plays: sum(people.map((person) => person.plays.get(video) ?? 0)),
      });
    }
  });
});

describe('what only documented lines tell in full', () => {
  let run: Run;
  beforeAll(async () => {
    run = await runOf('documented');
  });

  test('learners: problems and grades, pages of the book', () => {
    for (const { row, person } of run.pairs) {
      const trials = [...person.tried.values()];
      expect(row).toMatchObject({
        problemsTried: trials.length,
        problemsSolved: trials.filter(({ solved }) => solved).length,
        attempts: sum(trials.map(({ attempts }) => attempts)),
        grade: run.reader.grade(person),
        bookPages: person.pages.size,
      });
    }
  });

  test('problems: learners, checks, correctness, attempts', () => {
    const rows = rowsOf(run.folder, 'problems');
    const people = [...run.reader.people.values()];
    expect(rows.map(({ problem }) => problem).toSorted()).toEqual(
      [...new Set(people.flatMap(({ tried }) => [...tried.keys()]))].toSorted(),
    );
    for (const { problem, due, graded, hidden: _, ...counts } of rows) {
      expect(graded).toBe(due !== null);
      const trials = people.flatMap(({ tried }) => tried.get(problem) ?? []);
      const most = Math.max(...trials.map(({ attempts }) => attempts));
      expect(counts).toEqual({
        learners: trials.length,
        checks: sum(trials.map(({ attempts }) => attempts)),
        correctAtFirst: trials.filter(({ first }) => first).length,
        correct: trials.filter(({ solved }) => solved).length,
        attempts: Array.from(
          { length: most },
          (__unused, index) => trials.filter(({ attempts }) => attempts === index + 1).length,
        ),
      });
    }
  });

  test('watching: seconds and seconds again, exactly where each run ends with a pause, else within its player’s delay, where its page’s close is told', () => {
    let exact = 0;
    let complete = 0;
    const delays: number[] = [];
    const rows = rowsOf(run.folder, 'watching');
    for (const { username, video, seconds, again } of rows) {
      const person = run.reader.people.get(username)!;
      const runs = person.runs.get(video) ?? [];
      if ([...person.playing.values()].some(({ id }) => id === video) || runs.some(({ told }) => !told)) continue;
      complete += 1;
      const open = runs.filter(({ paused }) => !paused).length;
      exact += Number(open === 0);
      const apart = [covered(runs) - seconds, sum(runs.map(({ from, to }) => to - from)) - seconds - again];
      for (const one of apart) {
        // A player stutters for seconds now and then.
        expect(Math.abs(one)).toBeLessThan(0.002 + 90 * open);
        if (open > 0) delays.push(Math.abs(one) / open);
      }
    }
    expect(sum(delays) / delays.length).toBeLessThan(0.9);
    expect(complete / rows.length).toBeGreaterThan(0.8);
    // Most runs end by a seek or at the video's end, which log no pause.
    expect(exact / complete).toBeGreaterThan(0.2);
    expect(rows.some(({ again }) => again > 10)).toBe(true);
  });

  test('videos: the curves, up to a bin for each run whose end lines do not tell', () => {
    const playing = [...run.reader.people.values()].flatMap((person) => [...person.playing.values()]);
    for (const { video, bins, played, seen, viewers } of rowsOf(run.folder, 'videos')) {
      const runs = [...run.reader.people.values()].flatMap((person) => person.runs.get(video) ?? []);
      const mine = Array.from(
        { length: bins },
        (_, bin) => runs.filter(({ from, to }) => from <= 5 * bin + 2.5 && 5 * bin + 2.5 < to).length,
      );
      const apart = sum(mine.map((count, bin) => Math.abs(count - played[bin])));
      const untold = runs.filter(({ told }) => !told).length + playing.filter(({ id }) => id === video).length;
      // A player that stutters for a minute and more is bins behind: two of a video's do at the most.
      const behind = 2 * (90 / 5);
      expect(apart).toBeLessThanOrEqual(runs.filter(({ paused }) => !paused).length + behind + bins * untold);
      expect(Math.max(...seen)).toBeLessThanOrEqual(viewers);
      expect(seen.every((count: number, bin: number) => count <= played[bin])).toBe(true);
    }
  });

  test('guesses: each is a check of its learner, mostly within seconds of what came before', () => {
    const before = new Map<string, number>();
    const clicks = new Map<string, number>();
    const checks = new Map<string, number>();
    for (const { username, time, type, payload } of run.entries) {
      if (type === 'problem_check') clicks.set(username, time);
      if (type === 'save_problem_check')
        checks.set(`${username} ${payload.problem_id} ${time}`, clicks.get(username)! - before.get(username)!);
      if (type !== 'problem_check') before.set(username, time);
    }
    const gaps = rowsOf(run.folder, 'guesses').map(({ username, problem, time }) =>
      checks.get(`${username} ${problem} ${instantOf(time)}`)!,
    );
    expect(gaps.length).toBeGreaterThan(30);
    expect(gaps.filter((gap) => gap === undefined)).toEqual([]);
    expect(gaps.filter((gap) => gap < 12e6).length / gaps.length).toBeGreaterThan(0.5);
    const first = sum(run.pairs.map(({ row }) => row.hidden.guesses));
    expect(first).toBeGreaterThan(gaps.length / 4);
    expect(first).toBeLessThanOrEqual(gaps.length);
  });

  test('clients: from where and with what each came, from which line on', () => {
    const clients = new Map<string, string[]>();
    for (const { username, time, ip, agent } of run.entries) {
      if (username === '') continue;
      const mine = clients.get(username) ?? [];
      clients.set(username, mine);
      if (!mine.at(-1)?.endsWith(` ${ip} ${agent}`)) mine.push(`${time} ${ip} ${agent}`);
    }
    const told = new Map<string, string[]>();
    for (const { username, from, address, agent } of rowsOf(run.folder, 'clients'))
      told.set(username, [...(told.get(username) ?? []), `${instantOf(from)} ${address} ${agent}`]);
    expect(told).toEqual(clients);
  });

  test('weeks by kind, once kinds are known', () => {
    const kindOf = new Map(run.pairs.map(({ row }) => [row.username, row.hidden.kind]));
    for (const { week, kind, learners, events, sittings, checks, solved } of run.truth.weeks) {
      const mine = [...run.reader.people]
        .filter(([username]) => kindOf.get(username) === kind)
        .flatMap(([, person]) => person.weeks.get(week - 1) ?? []);
      const total = (what: 'events' | 'sittings' | 'checks' | 'solved'): number =>
        sum(mine.map((counts) => counts[what]));
      expect({ learners, events, sittings, checks, solved }).toEqual({
        learners: mine.length,
        events: total('events'),
        sittings: total('sittings'),
        checks: total('checks'),
        solved: total('solved'),
      });
    }
  });
});

describe('current lines tell of problems in full too', () => {
  let run: Run;
  beforeAll(async () => {
    run = await runOf('current');
  });

  test('learners: problems and grades', () => {
    for (const { row, person } of run.pairs) {
      const trials = [...person.tried.values()];
      expect(row).toMatchObject({
        problemsTried: trials.length,
        problemsSolved: trials.filter(({ solved }) => solved).length,
        attempts: sum(trials.map(({ attempts }) => attempts)),
        grade: run.reader.grade(person),
      });
    }
  });

  test('problems: learners and checks; lines that were dropped', () => {
    const people = [...run.reader.people.values()];
    for (const { problem, learners, checks } of rowsOf(run.folder, 'problems')) {
      const trials = people.flatMap(({ tried }) => tried.get(problem) ?? []);
      expect({ learners, checks }).toEqual({
        learners: trials.length,
        checks: sum(trials.map(({ attempts }) => attempts)),
      });
    }
    expect(run.truth.dropped).toBe(0);
  });
});

const truthOf = (folder: string) =>
  [...filesOf(folder)].filter(([name]) => name.startsWith('truth')).map(([name, bytes]) => [name, bytes.toString()]);

test('the same bytes whatever the number of threads, and for a run with faults', async () => {
  const truths = [];
  for (const options of [{ jobs: 1 }, { jobs: 3 }, { faults: 0.02 }]) {
    const folder = join(temporaryFolder(), 'run');
    await generate({ seed: 'truth', users: 60, days: 4, servers: 5, ...options, out: folder });
    truths.push(truthOf(folder));
  }
  expect(truths[0]!.map(([name]) => name)).toEqual([
    'truth.json',
    ...['clients', 'guesses', 'learners', 'problems', 'sessions', 'videos', 'watching'].map(
      (name) => `truth/${name}.jsonl`,
    ),
  ]);
  expect(truths[1]).toEqual(truths[0]);
  expect(truths[2]).toEqual(truths[0]);
});
