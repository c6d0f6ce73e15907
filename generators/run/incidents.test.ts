/** Incidents in whole runs: what is outside of one does not change, and the truth says where it is. */
import { generate } from 'edxgen';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import type { Incident } from '../incidents/incident.ts';
import { validateLogs } from '../../src/validation/validate-logs.ts';
import { INCIDENTS } from '../incidents/index.ts';
import { dailyFilesOf, hashesOf, linesIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { merge } from './merge.ts';
import { repair } from './repair.ts';
import { runShare } from './run-share.ts';

const SIZE = { users: 40, days: 4, servers: 3, seed: 'incidents', heartbeats: 'none', compress: 'none' } as const;

/** Parameters by which each kind shows in a run so small. */
const ASKED: Readonly<Record<string, string>> = {
  outage: 'hours:24,complains:0.9',
  'slow-hours': 'hours:30,timeouts:0.1',
  'one-machine': 'at:1,hours:20',
  'clock-off': 'hours:30,seconds:-30000',
  'lines-lost': 'hours:20',
  'lines-late': 'hours:20,late:14',
  'lines-twice': 'hours:40',
  'file-truncated': 'at:1.5',
  release: 'at:1.4',
  'viral-day': 'at:2,people:30',
  classroom: 'people:8',
  'denial-of-service': 'machines:10',
  'deadline-moved': 'at:1,days:1.5',
  'wrong-key': 'at:0.2,hours:90,complains:1',
  plagiarism: 'share:1,block:100',
  harvester: 'share:0.3',
  'scripted-checking': 'share:0.2',
  gaming: 'share:0.2',
  'shared-answers': 'share:1,block:100',
  'shared-account': 'share:0.5',
  'second-account': 'share:0.2',
};

/** A course whose first deadline is soon. */
const course = join(temporaryFolder(), 'course.yaml');
const example = readFileSync(fileURLToPath(new URL('../../examples/course.yaml', import.meta.url)), 'utf8');
writeFileSync(course, example.replace('due: 7', 'due: 2'));

/** Incidents that show in that course only, among more people (those with nothing to copy among them), or when threads and essays are there to find. */
const MORE: Readonly<Record<string, object>> = {
  'deadline-moved': { course },
  plagiarism: { users: 150 },
  'second-account': { days: 7 },
  'shared-answers': { users: 150 },
};

const asked = (kind: string): string => (ASKED[kind] ? `${kind}=${ASKED[kind]}` : kind);

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly struck: readonly string[];
  readonly servers: readonly string[];
  readonly users: readonly { readonly username: string; readonly role: string }[];
  readonly lines: { readonly written: number; readonly changed: number; readonly missing: number };
  readonly where: readonly {
    readonly server: string;
    readonly file: string;
    readonly firstLine: number;
    readonly lastLine: number;
  }[];
}

interface Learner {
  readonly username: string;
  readonly hidden: {
    readonly kind: string;
    readonly roles: readonly { readonly incident: string; readonly role: string }[];
  };
}

const jsonLines = <T>(folder: string, name: string): T[] =>
  readFileSync(join(folder, 'truth', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

interface Run {
  readonly folder: string;
  readonly files: ReadonlyMap<string, readonly string[]>;
}

async function run(dialect: Dialect, incident: readonly string[] | undefined, more: object = {}): Promise<Run> {
  const folder = join(temporaryFolder(), 'run');
  await generate({ ...SIZE, dialect, ...(incident && { incident }), out: folder, jobs: 1, ...more });
  // A file that was cut off does not end with a line's end.
  const whole = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
  const read = () => new Map([...dailyFilesOf(folder)].map(([name, text]) => [name, linesIn(whole(text))] as const));
  let files: Run['files'] | undefined;
  return {
    folder,
    get files() {
      return (files ??= read());
    },
  };
}

const keyOf = (line: string): { username: string; time: string } => ({
  username: /"username": "([^"]*)"/.exec(line)![1]!,
  time: /"time": "(\d{4}-\d\d-\d\dT[^"]*)"/.exec(line)![1]!,
});

/** The rules that lines of a run break. */
async function rulesIn(folder: string): Promise<Set<string>> {
  const rules = new Set<string>();
  await validateLogs([folder], { jobs: 1, onFinding: ({ rule }) => void rules.add(rule) });
  return rules;
}

/** It breaks rules that it says, and no others. */
async function expectFindings(folder: string, { causes }: Incident): Promise<void> {
  const rules = await rulesIn(folder);
  expect([...rules].filter((rule) => !causes.includes(rule as never))).toEqual([]);
  expect(rules.size > 0).toBe(causes.length > 0);
}

/** Each kind in one dialect, by turns: what differs between dialects is not the incidents' business. */
const CASES = INCIDENTS.map((incident, index) => {
  const dialects = incident.dialects ?? DIALECTS;
  return [incident.id, dialects[(index + 1) % dialects.length]!, incident] as const;
});

const plain = new Map<string, Promise<Run>>();

/** The same run without an incident. */
function without(dialect: Dialect, more: object): Promise<Run> {
  const key = JSON.stringify([dialect, more]);
  const known = plain.get(key) ?? run(dialect, undefined, more);
  plain.set(key, known);
  return known;
}

test.each(CASES)('%s (%s)', async (kind, dialect, incident) => {
  const more = MORE[kind] ?? {};
  const { folder, files } = await run(dialect, [asked(kind)], more);
  const [entry] = jsonLines<Entry>(folder, 'incidents');
  const { users, lines, where, from } = entry!;
  // It has happened.
  expect(lines.written + lines.changed + lines.missing).toBeGreaterThan(0);
  // What the truth tells of a learner is what it tells of the incident.
  const learners = jsonLines<Learner>(folder, 'learners');
  const roles = learners.flatMap(({ username, hidden }) =>
    hidden.roles.map((own) => ({ username, role: own.role, incident: own.incident })),
  );
  const told = new Set(learners.map(({ username }) => username));
  const byName = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  expect(byName(roles)).toEqual(
    byName(users.flatMap(({ username, role }) => (told.has(username) ? [{ username, role, incident: kind }] : []))),
  );
  // Where its lines are: as many as are counted, and none twice.
  const own = new Map<string, Set<number>>();
  for (const { server, file, firstLine, lastLine } of where) {
    const known = own.get(`${server}/${file}`) ?? new Set();
    own.set(`${server}/${file}`, known);
    for (let number = firstLine; number <= lastLine; number += 1) known.add(number);
  }
  expect([...own.values()].reduce((sum, { size }) => sum + size, 0)).toBe(lines.written + lines.changed);
  // Nobody's lines change who has no part in it, but for those that it marks; those that are missing are counted.
  const players = new Set(users.map(({ username }) => username));
  const outside = (one: Run, isOwn: (file: string, number: number) => boolean): string[] =>
    [...one.files].flatMap(([file, all]) =>
      all.filter((line, index) => {
        if (isOwn(file, index + 1)) return false;
        const { username, time } = keyOf(line);
        return !(players.has(username) && time >= from) && !(username === '' && players.size > 0);
      }),
    );
  const with_ = new Set(outside({ folder, files }, (file, number) => own.get(file)?.has(number) === true));
  const other = await without(dialect, more);
  const usual = outside(other, () => false);
  const before = new Set(usual);
  const [gone, come] = [usual.filter((line) => !with_.has(line)), [...with_].filter((line) => !before.has(line))];
  expect(come.slice(0, 2)).toEqual([]);
  const replaced = lines.changed + lines.missing;
  expect(gone.length).toBeLessThanOrEqual(replaced);
  if (players.size === 0) expect(gone.length).toBe(replaced);
  await expectFindings(folder, incident);
});

/** Those that are shown in a dialect. */
const shownIn = (dialect: Dialect): Incident[] =>
  INCIDENTS.filter(({ dialects }) => dialects === undefined || dialects.includes(dialect));

test.each(DIALECTS)('%s: those that cause no findings cause none together either', async (dialect) => {
  const silent = shownIn(dialect).filter(({ causes }) => causes.length === 0);
  const { folder } = await run(
    dialect,
    silent.map(({ id }) => asked(id)),
  );
  expect([...(await rulesIn(folder))]).toEqual([]);
});

/** Those that cause findings, in the dialects that they were not tried in above. */
const FOUND = CASES.filter(([, , { causes }]) => causes.length > 0).flatMap(([kind, tried, incident]) =>
  (incident.dialects ?? DIALECTS).flatMap((dialect) => (dialect === tried ? [] : [[kind, dialect, incident] as const])),
);

test.each(FOUND)('%s (%s): findings', async (kind, dialect, incident) => {
  const { folder } = await run(dialect, [asked(kind)]);
  await expectFindings(folder, incident);
});

test('a run whose machines were renewed is a run: it is repaired, and made anew', async () => {
  const incident = ['fleet-renewed'];
  const { folder } = await run('documented', incident, { faults: 0.05 });
  const { servers } = await repair(folder, { out: join(temporaryFolder(), 'repaired') });
  expect(servers.length).toBeGreaterThan(SIZE.servers);
  const clean = await run('documented', incident);
  await generate({ ...SIZE, dialect: 'documented', incident, out: folder, jobs: 1, force: true });
  expect(hashesOf(folder)).toEqual(hashesOf(clean.folder));
});

test('the news send many who only look, and some who register and try the course', async () => {
  const { folder, files } = await run('deployed', ['viral-day=at:2,people:100'], { users: 10 });
  const [{ users, where }] = jsonLines<Entry>(folder, 'incidents') as [Entry];
  const registered = users.filter(({ role }) => role === 'newcomer').map(({ username }) => username);
  expect(registered.length).toBeGreaterThan(15);
  expect(registered.length).toBeLessThan(45);
  const kinds = jsonLines<Learner>(folder, 'learners')
    .filter(({ username }) => registered.includes(username))
    .map(({ hidden }) => hidden.kind);
  expect(kinds).not.toContain('staff');
  const looking = where.flatMap(({ server, file, firstLine, lastLine }) =>
    files
      .get(`${server}/${file}`)!
      .slice(firstLine - 1, lastLine)
      .filter((line) => keyOf(line).username === ''),
  );
  const addresses = new Set(looking.map((line) => /"ip": "([^"]*)"/.exec(line)![1]));
  expect(addresses.size).toBeGreaterThan(55);
});

test.each([
  // The machine that fails has no line of those hours, as the other one has them.
  ['outage=of:machine,pool:2,machine:1,hours:6', ['prod-edxapp-003']],
  ['outage=of:pool,pool:1,id:pool', ['prod-edxapp-001', 'prod-edxapp-002']],
  ['slow-hours=pool:2', ['prod-edxapp-003', 'prod-edxapp-004']],
  ['clock-off=machine:2', ['prod-edxapp-002', 'prod-edxapp-004']],
  ['fleet-renewed=pool:1', ['prod-edxapp-005', 'prod-edxapp-006']],
  ['gaming', []],
])('%s strikes %j', async (incident, machines) => {
  const { folder } = await run('current', [incident], { users: 20, servers: 4 });
  const [{ kind, struck, servers, parameters, where }] = jsonLines<Entry>(folder, 'incidents') as [Entry];
  expect(struck).toEqual(machines);
  expect(servers).toEqual(expect.arrayContaining([...struck]));
  if (kind !== 'outage' || parameters['of'] !== 'machine') return;
  expect(parameters).toMatchObject({ pool: 2, machine: 1, hours: 6, notice: 60 });
  expect(where.filter(({ server }) => struck.includes(server))).toEqual([]);
});

test('any machine of a fleet may be struck, when it is there; the others take over that are', async () => {
  const site = join(temporaryFolder(), 'site.yaml');
  // 001 is lost, 003 comes, and 002 is alone between.
  const changes = '[{day: 1, lose: 1}, {day: 2, grow: 1}]';
  writeFileSync(site, `courses: [{share: 1}]\nservers: [{role: edxapp, changes: ${changes}}]\n`);
  const { folder } = await run(
    'current',
    [
      'outage=of:machine,machine:2,at:1.3,hours:9,id:alone',
      'outage=of:machine,machine:3,at:3.2,hours:9,id:third',
      'one-machine=machine:1,at:3,hours:20',
      'file-truncated=machine:3,at:0.5',
    ],
    { site, servers: undefined, days: 4 },
  );
  const [alone, third, one, cut] = jsonLines<Entry>(folder, 'incidents') as [Entry, Entry, Entry, Entry];
  expect(alone.struck).toEqual(['prod-edxapp-002']);
  expect(alone.lines.missing).toBeGreaterThan(20);
  expect(third.struck).toEqual(['prod-edxapp-003']);
  expect(third.lines.changed).toBeGreaterThan(20);
  expect([...new Set([...alone.where, ...third.where].map(({ server }) => server))]).toEqual(['prod-edxapp-002']);
  for (const { struck, lines } of [one, cut]) expect([struck, lines.changed]).toEqual([[], 0]);
});

test('no machine that is struck, and no balancer, marks lines of a worker', async () => {
  const site = join(temporaryFolder(), 'site.yaml');
  writeFileSync(site, 'courses: [{share: 1}]\nservers: [{role: edxapp}]\nworkers: true\n');
  const incident = ['one-machine=at:1,hours:20', 'outage=of:machine,at:3,hours:20'];
  const { folder, files } = await run('current', incident, { site, servers: undefined, users: 100 });
  const isOfWorker = (name: string): boolean => name.startsWith('prod-worker-');
  const days = [...files].filter(([name, lines]) => isOfWorker(name) && lines.length > 0);
  expect(days.length).toBeGreaterThan(3);
  for (const { where } of jsonLines<Entry>(folder, 'incidents')) {
    expect(where.length).toBeGreaterThan(0);
    expect(where.filter(({ server }) => isOfWorker(server))).toEqual([]);
  }
});

test('an incident renews the machines of a site until the site itself does, and marks none of the others', async () => {
  const site = join(temporaryFolder(), 'site.yaml');
  const changes = '[{day: 2, grow: 1}, {day: 3, renew: true}]';
  writeFileSync(site, `courses: [{share: 1}]\nservers: [{role: edxapp, pools: 1, changes: ${changes}}]\n`);
  const options = { site, servers: undefined };
  const { folder, files } = await run('documented', ['fleet-renewed=at:1.2'], options);
  const usual = await run('documented', undefined, options);
  const isUsual = ([name, lines]: readonly [string, readonly string[]]) =>
    lines.join() === usual.files.get(name)?.join();
  const [{ where }] = jsonLines<Entry>(folder, 'incidents') as [Entry];
  const marked = new Set(where.map(({ server, file }) => `${server}/${file}`));
  expect([...files].filter((file) => marked.has(file[0]) === isUsual(file)).map(([name]) => name)).toEqual([
    // Up to the renewal they are as usual.
    expect.stringContaining('prod-edxapp-001/tracking.log-20130305'),
    expect.stringContaining('prod-edxapp-002/tracking.log-20130305'),
  ]);
});

test('shares, threads and repair give the same files as one run', async () => {
  const incident = ['outage=hours:5', 'harvester=share:0.3', 'lines-late=share:0.5'];
  const more = { users: 20, days: 3 };
  const whole = await run('current', incident, more);
  const shares = join(temporaryFolder(), 'shares');
  const options = { ...SIZE, ...more, dialect: 'current', incident, out: shares, jobs: 1 } as const;
  for (const part of [2, 1]) await runShare({ ...options, part, parts: 2 });
  await merge(shares);
  expect(hashesOf(shares)).toEqual(hashesOf(whole.folder));
  const broken = await run('current', incident, { ...more, faults: 0.05 });
  const repaired = join(temporaryFolder(), 'repaired');
  await repair(broken.folder, { out: repaired });
  const isKept = ([name]: [string, string]): boolean => name.endsWith('.tar') || name.startsWith('truth');
  expect([...hashesOf(repaired)].filter(isKept)).toEqual([...hashesOf(whole.folder)].filter(isKept));
});

test('a machine that is back before the balancer has noticed fails nobody any more', async () => {
  const [late, never] = await Promise.all(
    [180, 3600].map((notice) =>
      run('documented', [`outage=at:0.7,of:machine,hours:0.05,notice:${notice}`], { users: 250, days: 1 }),
    ),
  );
  expect(never!.files).toEqual(late!.files);
});

test.each(['harvester', 'second-account'])('%s: both accounts of a person are of one pool', async (kind) => {
  const { folder, files } = await run('documented', [`${kind}=share:1`], { servers: 8, users: 150 });
  const [{ users }] = jsonLines<Entry>(folder, 'incidents') as [Entry];
  const pools = new Map<string, Set<number>>();
  for (const [file, lines] of files)
    for (const line of lines) {
      const { username } = keyOf(line);
      const own = pools.get(username) ?? new Set();
      pools.set(username, own.add(Math.ceil(Number(/\d+/.exec(file)![0]) / 2)));
    }
  // One of the two may not have a line yet; others have met them.
  const paired = users.filter(({ role }) => role !== 'met');
  const pairs = paired.flatMap(({ username }, index) => {
    const both = [username, paired[index + 1]?.username ?? ''];
    return index % 2 === 0 ? [new Set(both.flatMap((name) => [...(pools.get(name) ?? [])]))] : [];
  });
  expect(pairs.filter(({ size }) => size > 1)).toEqual([]);
  expect(new Set(pairs.flatMap((pair) => [...pair])).size).toBeGreaterThan(1);
});

/** All kinds, each in one dialect. */
const TOGETHER = [
  ['deployed', shownIn('deployed')],
  ['current', INCIDENTS.filter((incident) => !shownIn('deployed').includes(incident))],
] as const;

test.each(TOGETHER)('%s: more learners leave roles and lines of the others as they were', async (dialect, all) => {
  // Where a file is cut, all that is to stand in it decides which line is the last.
  const kinds = all.filter(({ onFiles }) => !onFiles);
  // Those that let nobody in leave time to others.
  const least = { outage: 'outage=hours:5', 'slow-hours': 'slow-hours' };
  const incident = kinds.map(({ id }) => (id in least ? least[id as keyof typeof least] : asked(id)));
  const [few, more] = [await run(dialect, incident, { users: 40 }), await run(dialect, incident, { users: 48 })];
  const linesOf = ({ files }: Run) => [...files.values()].flat();
  const others = new Set(linesOf(more));
  expect(
    linesOf(few)
      .filter((line) => !others.has(line))
      .slice(0, 2),
  ).toEqual([]);
  const roles = ({ folder }: Run) =>
    jsonLines<Entry>(folder, 'incidents').flatMap(({ id, users }) =>
      users.map(({ username, role }) => `${id} ${username} ${role}`),
    );
  expect(roles(few).filter((role) => !roles(more).includes(role))).toEqual([]);
  const withRoles = kinds.filter((kind) => Object.keys(kind.roles).length > 0).length;
  expect(new Set(roles(few).map((role) => role.split(' ')[0])).size).toBeGreaterThanOrEqual(Math.min(11, withRoles));
});
