/** Several courses on one site: the promises of a run hold for each person, whichever courses it takes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateLine } from '../../src/line/index.ts';
import { parseInstant, SESSION_IDLE } from '../../src/base/time.ts';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { faultsOf } from '../../testing/causality/check.test.support.ts';
import { faultsOf as todaysFaultsOf } from '../../testing/causality/current/check.test.support.ts';
import { staffOf } from '../../testing/causality/staff.test.support.ts';
import { linesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const folder = temporaryFolder();
const site = join(folder, 'site.yaml');
writeFileSync(
  join(folder, 'lookers.yaml'),
  'kinds: {visitor: {share: 0.6, actions: 2, firstDay: {scale: 2, shape: 1}}}\n',
);
writeFileSync(
  site,
  `courses:
  - {behaviour: lookers.yaml}
  - {org: HarvardX, number: CS50x, start: 1, length: 6}
  - {org: BerkeleyX, number: CS188x, start: 2, preset: campus}
enrolments: {second: 0.6, further: 0.5}
`,
);

const OPTIONS = { site, days: 9, start: '2013-03-04', seed: 'orgs', servers: 3, heartbeats: 'none' } as const;
const USERS = 40;
const STAFF = staffOf({ ...OPTIONS, users: USERS });

const linesBy = new Map<Dialect, string[]>();

/** The course that a line names, as `MITx 6_00x`; undefined for pages of the site. */
const courseIn = (line: string): string | undefined =>
  /(?:\/courses\/|\/course\/|i4x:\/\/|i4x-|v1:)(?:course-v1:)?(MITx|HarvardX|BerkeleyX)[/+-]([\w.]+)/
    .exec(line)
    ?.slice(1)
    .join(' ')
    .replaceAll('.', '_');

const textOf = (line: string, key: string): string => new RegExp(`"${key}": "([^"]*)"`).exec(line)?.[1] ?? '';
const timeOf = (line: string): number => parseInstant(textOf(line, 'time'));

/** Lines that do not follow from those before them. The checkers know one course; in it whoever takes others too may have looked round before enrolling. */
const causesIn = (lines: readonly string[], dialect: Dialect): { readonly message: string }[] =>
  (dialect === 'current'
    ? todaysFaultsOf(lines, OPTIONS)
    : faultsOf(lines, dialect, { ...OPTIONS, staff: STAFF })
  ).filter(({ message }) => !message.startsWith('enrols twice'));

/** Whether lines stand in others, in their order. */
function areIn(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const line of all) if (line === some[next]) next += 1;
  return next === some.length;
}

describe.each(DIALECTS)('%s', (dialect: Dialect) => {
  let lines: string[];
  /** Lines of each person who is logged in. */
  const people = new Map<string, string[]>();

  beforeAll(async () => {
    lines = await linesOf({ ...OPTIONS, dialect, users: USERS });
    linesBy.set(dialect, lines);
    for (const line of lines) {
      const name = textOf(line, 'username');
      if (name !== '') people.set(name, [...(people.get(name) ?? []), line]);
    }
  });

  test('lines of all courses, each as its dialect has it', () => {
    expect(new Set(lines.map(courseIn).filter((course) => course !== undefined))).toEqual(
      new Set(['MITx 6_00x', 'HarvardX CS50x', 'BerkeleyX CS188x']),
    );
    expect(lines.flatMap((line) => validateLine(line, dialect))).toEqual([]);
  });

  test('some take several courses, one after the other, under one login', () => {
    const coursesOf = (some: readonly string[]) => new Set(some.flatMap((line) => courseIn(line) ?? []));
    const several = [...people.values()].filter((mine) => coursesOf(mine).size > 1);
    expect(several.length).toBeGreaterThan(3);
    for (const mine of several) {
      const ofCourses = mine.filter((line) => courseIn(line) !== undefined).sort((a, b) => timeOf(a) - timeOf(b));
      for (const [index, line] of ofCourses.entries()) {
        const next = ofCourses[index + 1];
        if (next === undefined || courseIn(line) === courseIn(next)) continue;
        expect(timeOf(next) - timeOf(line)).toBeGreaterThan(SESSION_IDLE);
      }
    }
    const coursesByKey = (mine: readonly string[]) => {
      const keys = new Set(mine.map((line) => textOf(line, 'session')).filter((key) => key.length === 32));
      return [...keys].map((key) => coursesOf(mine.filter((line) => textOf(line, 'session') === key)).size);
    };
    expect(Math.max(...several.flatMap(coursesByKey))).toBeGreaterThan(1);
  });

  test('more people only add lines of their own', async () => {
    const few = await linesOf({ ...OPTIONS, dialect, users: 15 });
    const names = new Set(few.map((line) => textOf(line, 'username')).filter((name) => name !== ''));
    expect(areIn(few, lines)).toBe(true);
    for (const name of names) expect(people.get(name)).toEqual(few.filter((line) => textOf(line, 'username') === name));
  });

  test('an organisation’s lines are all that name its courses, none that names another’s, and follow from each other', async () => {
    const own = await linesOf({ ...OPTIONS, dialect, users: USERS, org: 'MITx' });
    expect(areIn(own, lines)).toBe(true);
    const naming = lines.filter((line) => courseIn(line)?.startsWith('MITx'));
    expect(own.filter((line) => courseIn(line) !== undefined)).toEqual(naming);
    expect(causesIn(own, dialect).slice(0, 3)).toEqual([]);
  });
});

test('crawlers and scanners come to the site: dialects that log requests tell of them, an organisation’s package of those that name its courses', async () => {
  const isMachine = (line: string) => /"agent": "[^"]*(?:bot\/|spider\/|ZmEu|Nikto)/.test(line);
  const machines = (dialect: Dialect) => linesBy.get(dialect)!.filter(isMachine);
  expect(machines('documented')).toEqual([]);
  for (const dialect of ['deployed', 'current'] as const) {
    expect(machines(dialect).length).toBeGreaterThan(50);
    expect(machines(dialect).every((line) => textOf(line, 'username') === '')).toBe(true);
    const courses = new Set(machines(dialect).flatMap((line) => courseIn(line) ?? []));
    expect(courses.size).toBe(3);
    const own = await linesOf({ ...OPTIONS, dialect, users: 5, org: 'MITx' });
    expect(own.filter(isMachine)).toEqual(machines(dialect).filter((line) => courseIn(line)?.startsWith('MITx')));
  }
});

test('nobody comes for a course before it begins, nor when it is over', () => {
  const times = linesBy
    .get('deployed')!
    .filter((line) => courseIn(line)?.startsWith('HarvardX') && textOf(line, 'username') !== '')
    .map((line) => textOf(line, 'time'));
  expect(times.length).toBeGreaterThan(100);
  // Whoever is there at the end stays a while.
  expect(times.filter((time) => time < '2013-03-05' || time > '2013-03-11T06')).toEqual([]);
});

test('visitors look at what several courses are about, and search', () => {
  const byAddress = new Map<string, Set<string>>();
  for (const line of linesBy.get('deployed')!) {
    const address = textOf(line, 'ip');
    if (textOf(line, 'username') === '' && line.includes('/about"'))
      byAddress.set(address, (byAddress.get(address) ?? new Set()).add(courseIn(line)!));
  }
  expect([...byAddress.values()].some((courses) => courses.size > 1)).toBe(true);
  expect(linesBy.get('current')!.some((line) => line.includes('/search/course_discovery/'))).toBe(true);
});

test('some register on the site and take no course', async () => {
  const lines = await linesOf({ ...OPTIONS, dialect: 'deployed', users: 250, days: 4 });
  const byName = new Map<string, string[]>();
  for (const line of lines) {
    const name = textOf(line, 'username');
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), textOf(line, 'event_type')]);
  }
  const looks = (path: string): boolean => /^\/(dashboard|courses|logout|activate\/.*)?$|\/about$/.test(path);
  const registered = lines.filter((line) => textOf(line, 'event_type') === '/create_account').length;
  const only = [...byName.values()].filter((paths) => paths.every(looks));
  expect(only.length).toBeGreaterThan(0);
  expect(only.length).toBeLessThan(registered);
});

test('all dialects tell of the same people in the same courses', () => {
  const pairs = (dialect: Dialect) => {
    const named = linesBy.get(dialect)!.filter((line) => courseIn(line) && textOf(line, 'username') !== '');
    return [...new Set(named.map((line) => `${textOf(line, 'username')} ${courseIn(line)!}`))].sort();
  };
  expect(pairs('current')).toEqual(pairs('deployed'));
});
