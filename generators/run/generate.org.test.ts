/** Incidents of a site, as an organisation's package tells of them. */
import { generate } from 'edxgen';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dailyFilesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const ORGS = ['MITx', 'HarvardX', 'BerkeleyX'] as const;

const site = join(temporaryFolder(), 'site.yaml');
writeFileSync(
  site,
  `courses:
  - {share: 3}
  - {org: HarvardX, number: CS50x}
  - {org: BerkeleyX, number: CS188x}
enrolments: {second: 0.3, further: 0.3}
`,
);

const OPTIONS = {
  site,
  users: 90,
  days: 5,
  servers: 3,
  seed: 'organisations',
  dialect: 'deployed',
  start: '2013-03-04',
  incident: [
    'file-truncated=at:1.6,machine:1',
    'file-truncated=at:2.6,machine:2,id:second',
    'outage=at:3.6,hours:5',
    'lines-lost=at:3.2,hours:4',
    'second-account=share:0.3',
    'wrong-key=at:0.2,hours:72,complains:1',
    'crawlers',
  ],
  compress: 'none',
  jobs: 1,
} as const;

const folders = new Map<string | undefined, string>();

/** What lines come to by file; the last of a file that was cut off stands without its end. */
const filesOf = (org?: string): Map<string, string[]> =>
  new Map([...dailyFilesOf(folders.get(org)!)].map(([name, text]) => [name, text.match(/[^\n]+\n?/g) ?? []]));

/** Rows of a file of the truth. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const rowsOf = (name: string, org?: string): any[] =>
  readFileSync(join(folders.get(org)!, 'truth', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row));

beforeAll(async () => {
  for (const org of [undefined, ...ORGS]) {
    const out = join(temporaryFolder(), org ?? 'whole');
    folders.set(org, out);
    await generate({ ...OPTIONS, ...(org && { org }), out });
  }
});

test('a file is cut where the site’s is, whoever’s line that is', () => {
  const whole = filesOf();
  for (const org of ORGS)
    for (const [name, lines] of filesOf(org)) {
      const all = whole.get(name)!;
      let next = 0;
      for (const line of all) next += Number(line === lines[next]);
      expect([org, name, lines.length - next]).toEqual([org, name, 0]);
    }
});

test('who has a part in an incident is one of its learners, in its courses', () => {
  let roles = 0;
  for (const org of ORGS) {
    const learners = rowsOf('learners', org);
    const known = new Set(learners.map(({ username }) => username));
    const told = rowsOf('incidents', org).flatMap(({ id, users }) =>
      users.map((user: { username: string; role: string }) => ({ incident: id, ...user })),
    );
    expect(told.filter(({ username }) => !known.has(username))).toEqual([]);
    // The site's truth has them too.
    const all = rowsOf('incidents').flatMap(({ id, users }) =>
      users.map(({ username, role }: { username: string; role: string }) => `${id} ${username} ${role}`),
    );
    expect(told.filter(({ incident, username, role }) => !all.includes(`${incident} ${username} ${role}`))).toEqual([]);
    expect(told.length).toBeLessThan(all.length);
    roles += told.length;
    // Accounts of one person stand beside each other.
    const pairs = rowsOf('incidents', org).find(({ id }) => id === 'second-account').users;
    const ofPairs = pairs.map(({ role }: { role: string }) => role).filter((role: string) => role !== 'met');
    expect(ofPairs.filter((role: string, index: number) => role !== ['second', 'first'][index % 2])).toEqual([]);
  }
  expect(roles).toBeGreaterThan(20);
});

test('missing lines are those that would have been its own', () => {
  const missing = new Map<string, number>();
  for (const org of ORGS) {
    for (const { id, lines } of rowsOf('missing', org)) missing.set(id, (missing.get(id) ?? 0) + lines);
    for (const { id, lines } of rowsOf('incidents', org)) {
      const own = rowsOf('missing', org).filter((row) => row.id === id);
      expect(own.reduce((sum, row) => sum + row.lines, 0)).toBe(lines.missing);
    }
  }
  // Heartbeats, and what machines ask for, are nobody's.
  for (const { id, lines } of rowsOf('incidents'))
    expect(missing.get(id) ?? 0).toBeLessThan(Math.max(1, lines.missing));
  expect(missing.get('outage')).toBeGreaterThan(20);
});

test('courses are those of its lines, and of the people who have a part in it', () => {
  const entryOf = (id: string, org?: string) => rowsOf('incidents', org).find((row) => row.id === id);
  const losing = ORGS.filter((org) => entryOf('lines-lost', org).lines.missing > 0);
  const orgsOf = (courses: string[]): string[] => courses.map((course) => course.split('/')[0]!);
  expect(orgsOf(entryOf('lines-lost').courses)).toEqual(losing);
  expect(losing.length).toBeLessThan(ORGS.length);
  // One problem has a wrong key, wherever threads of those who are misjudged are met.
  expect(entryOf('wrong-key').courses).toHaveLength(1);
  for (const org of ORGS)
    for (const { courses: own } of rowsOf('incidents', org))
      expect(own.filter((course: string) => !course.startsWith(`${org}/`))).toEqual([]);
});
