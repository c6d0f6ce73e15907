/** A run of a site, in files: the same whoever makes it, and its truth is told by course. */
import { generate, merge, runShare } from 'edxgen';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { validateLogs } from '../../src/validation/validate-logs.ts';
import { dailyFilesOf, hashesOf, linesIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const site = fileURLToPath(new URL('../../examples/site.yaml', import.meta.url));
const OPTIONS = { site, users: 90, days: 21, seed: 'site' } as const;

const folderOf = (name: string): string => join(temporaryFolder(), name);

let whole: string;
let clean: string;
beforeAll(async () => {
  [whole, clean] = [folderOf('whole'), folderOf('clean')];
  await generate({ ...OPTIONS, jobs: 1, out: clean });
  await generate({ ...OPTIONS, jobs: 1, faults: 0.01, out: whole });
});

test('threads and shares make the same files', async () => {
  const [threads, shares] = [folderOf('threads'), folderOf('shares')];
  await generate({ ...OPTIONS, jobs: 3, faults: 0.01, out: threads });
  for (const part of [2, 1]) await runShare({ ...OPTIONS, jobs: 1, faults: 0.01, part, parts: 2, out: shares });
  await merge(shares);
  const hashes = [...hashesOf(whole)];
  expect([...hashesOf(threads)]).toEqual(hashes);
  expect([...hashesOf(shares)]).toEqual(hashes);
});

test('its lines break no rule of order and identity, but where faults break it', async () => {
  const found: string[] = [];
  await validateLogs([clean], { jobs: 1, onFinding: ({ message }) => void found.push(message) });
  expect(found).toEqual([]);
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = any;

const rowsOf = (folder: string, name: string): Row[] =>
  linesIn(readFileSync(join(folder, 'truth', `${name}.jsonl`), 'utf8')).map((line) => JSON.parse(line));
const truthOf = (folder: string): Row => JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

test('truth has each course, and all of them together', () => {
  const { courses, days, weeks } = truthOf(whole);
  expect(courses.map(({ course }: Row) => course)).toEqual([
    'MITx/6.00x/2013_Spring',
    'ExampleX/EX.101x/2013_Spring',
    'HarvardX/CS50x/2013_T1',
    'MITx/6.00s/2013_Spring',
    'MITx/6.00.1x/2013_Summer',
  ]);
  const rows = rowsOf(whole, 'learners');
  for (const { course, days: ownDays, weeks: ownWeeks } of courses) {
    const own = rows.filter((row) => row.course === course);
    expect(sum(own.map(({ events }) => events))).toBe(sum(ownWeeks.map(({ events }: Row) => events)));
    expect(sum(ownDays.map(({ learners }: Row) => learners))).toBe(sum(own.map((row) => row.days)));
  }
  for (const [day, { events, learners }] of days.entries()) {
    expect(events).toBe(sum(courses.map((course: Row) => course.days[day].events)));
    const most = courses.map((course: Row) => course.days[day].learners);
    expect(learners).toBeGreaterThanOrEqual(Math.max(...most));
    expect(learners).toBeLessThanOrEqual(sum(most));
  }
  expect(sum(weeks.map(({ events }: Row) => events))).toBe(sum(rows.map(({ events }) => events)));
  expect(new Set(rowsOf(whole, 'sessions').map(({ course }) => course))).toEqual(
    new Set(rows.map((row) => row.course)),
  );
});

test('servers by role: renewed, grown, one lost and replaced; each answers as long as it is there', async () => {
  const out = folderOf('fleets');
  const { servers, totals } = await generate({
    ...OPTIONS,
    jobs: 1,
    dialect: 'current',
    start: '2013-03-04',
    report: true,
    out,
  });
  const page = readFileSync(join(out, 'report.html'), 'utf8');
  for (const { course } of truthOf(out).courses) expect(page).toContain(course);
  expect(truthOf(out).people).toBe(totals.learners);
  const lines = new Map<string, string[]>();
  for (const [name, text] of dailyFilesOf(out)) {
    const server = name.split('/')[0]!;
    lines.set(server, [...(lines.get(server) ?? []), ...linesIn(text)]);
  }
  const spans = Object.fromEntries(
    servers.map(({ name, files }) => [name, [files[0]!.first, files.at(-1)!.last] as const]),
  );
  const named = (role: string, count: number) =>
    Array.from({ length: count }, (_, index) => `prod-${role}-${String(index + 1).padStart(3, '0')}`);
  expect(Object.keys(spans).sort()).toEqual([...named('edge', 2), ...named('edxapp', 12), ...named('worker', 3)]);
  // The first are gone when others take their place; of those, the first of each pool is lost, and replaced hours later.
  expect(spans['prod-edxapp-001']![1] < '2013-03-10T00:01').toBe(true);
  expect(spans['prod-edxapp-005']![0] > '2013-03-10').toBe(true);
  expect(spans['prod-edxapp-005']![1] < '2013-03-21T12:01').toBe(true);
  expect(spans['prod-edxapp-009']![0] > '2013-03-17').toBe(true);
  expect(spans['prod-edxapp-011']![0] > '2013-03-21T17').toBe(true);
  // Workers answer nobody, and have what no request stands behind.
  const isWorkers = (line: string) => line.includes('"ip": ""');
  for (const [server, own] of lines) expect(own.every(isWorkers)).toBe(server.includes('worker'));
  for (const [server, own] of lines) expect(own.some(isWorkers)).toBe(server.includes('worker'));
  // Who is on the site for a course of another role is answered by its servers alone.
  const peopleOf = (role: string) =>
    new Set(
      [...lines]
        .filter(([server]) => server.includes(role))
        .flatMap(([, own]) => own.map((line) => /"username": "([^"]*)"/.exec(line)![1]!))
        .filter((name) => name !== ''),
    );
  const others = peopleOf('edxapp');
  expect(peopleOf('edge').size).toBeGreaterThan(0);
  expect([...peopleOf('edge')].filter((name) => others.has(name))).toEqual([]);
});

test('what an organisation gets are lines of the site’s run, file by file, and the truth of its courses', async () => {
  const own = folderOf('own');
  await generate({ ...OPTIONS, jobs: 1, org: 'MITx', out: own });
  const files = dailyFilesOf(clean);
  for (const [name, text] of dailyFilesOf(own)) {
    const some = linesIn(text);
    let next = 0;
    for (const line of linesIn(files.get(name)!)) next += Number(line === some[next]);
    expect(next).toBe(some.length);
  }
  const isOwn = ({ course }: Row): boolean => course.startsWith('MITx/');
  const byName = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(byName(rowsOf(own, 'sessions'))).toEqual(byName(rowsOf(clean, 'sessions').filter(isOwn)));
  expect(truthOf(own).courses).toEqual(truthOf(clean).courses.filter(isOwn));
});
