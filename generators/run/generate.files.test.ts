/** The files of a run: which lines lie where, and what the system's tar and gzip say of them. */
import { generate } from 'edxgen';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EARLY_DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { dailyFilesOf, filesOf, linesIn, linesOf, system } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const SERVERS = 4;
const DAYS = 3;
const USERS = 70;
const options = (dialect: Dialect) => ({
  users: USERS,
  days: DAYS,
  servers: SERVERS,
  seed: 'files',
  start: '2013-03-30',
  dialect,
});

const PARTS = ['clients', 'guesses', 'learners', 'problems', 'sessions', 'videos', 'watching'];

const timeOf = (line: string): string => /"time": "([^"]+)"/.exec(line)![1]!.padEnd(26, '.000000');
const serverOf = (name: string): string => name.split('/')[0]!;
const dayOf = (name: string): string => name.replace(/.*tracking\.log-(\d{4})(\d\d)(\d\d)(\.gz)?$/, '$1-$2-$3');

/** A day's cut of the log in deployed: 06:25 UTC, give or take some minutes. */
const CUT = { earliest: 'T06:15', latest: 'T06:35' };
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const bounds: Record<(typeof EARLY_DIALECTS)[number], (day: string) => [from: string, to: string]> = {
  documented: (day) => [`${day}T00:00:00`, `${day}T23:59:59.999999`],
  deployed: (day) => [`${dayBefore(day)}${CUT.earliest}`, `${day}${CUT.latest}`],
};

describe.each(EARLY_DIALECTS)('%s', (dialect) => {
  let folder: string;
  let files: Map<string, string>;
  beforeAll(async () => {
    folder = temporaryFolder();
    await generate({ ...options(dialect), out: folder, jobs: 2 });
    files = dailyFilesOf(folder);
  });

  test('archives and files have the names that pipelines select by', () => {
    const servers = Array.from({ length: SERVERS }, (_, index) => `prod-edxapp-00${index + 1}`);
    expect([...filesOf(folder).keys()]).toEqual([
      'manifest.json',
      ...servers.map((server) => `${server}.tar`),
      'truth.json',
      ...PARTS.map((part) => `truth/${part}.jsonl`),
    ]);
    expect([...new Set([...files.keys()].map(serverOf))]).toEqual(servers);
    const pattern = /^prod-(?:edx(?:app)?|worker)-\d{3}\/tracking.log-(?<date>\d{8}).*\.gz$/;
    expect([...files.keys()].filter((name) => !pattern.test(name))).toEqual([]);
  });

  test('the system’s tar and gzip accept every archive, and find the same in it', () => {
    const found = new Map<string, string>();
    for (const archive of [...filesOf(folder).keys()].filter((name) => name.endsWith('.tar'))) {
      const path = join(folder, archive);
      const members = system('tar', '-tf', path).toString().trim().split('\n');
      expect(members.filter((member) => !member.startsWith(`${archive.slice(0, -4)}/`))).toEqual([]);
      expect(new Set(members).size).toBe(members.length);
      const into = temporaryFolder();
      system('tar', '-xf', path, '-C', into);
      for (const member of members.filter((name) => name.endsWith('.gz')))
        found.set(member, system('gzip', '-dc', join(into, member)).toString('latin1'));
    }
    expect([...found.keys()]).toEqual([...files.keys()]);
    for (const [name, text] of found) expect(text === files.get(name), name).toBe(true);
  });

  test('each line lies in its day’s file, in time order', () => {
    for (const [name, text] of files) {
      const [from, to] = bounds[dialect](dayOf(name));
      const times = linesIn(text).map(timeOf);
      expect(times, name).toEqual(times.toSorted());
      expect([times[0]! >= from, times.at(-1)! <= to], name).toEqual([true, true]);
    }
  });

  test('the lines of all files, sorted by time, are those of simulate', async () => {
    const all = [...files.values()].flatMap(linesIn);
    const merged = await linesOf(options(dialect));
    expect(merged.map(timeOf)).toEqual(all.map(timeOf).toSorted());
    expect(merged.toSorted()).toEqual(all.toSorted());
  });

  test('a session’s lines lie in the files of several servers, of one pool', () => {
    const homes = new Map<string, Set<string>>();
    for (const [name, text] of files) {
      for (const line of linesIn(text)) {
        const key = /"session": "([0-9a-f]{32})/.exec(line)?.[1];
        if (key) homes.set(key, (homes.get(key) ?? new Set()).add(serverOf(name)));
      }
    }
    const counts = [...homes.values()].map((servers) => servers.size);
    expect(Math.max(...counts)).toBe(2);
    expect(counts.filter((servers) => servers === 2).length).toBeGreaterThan(counts.length / 2);
  });

  test('the same bytes, whatever the number of threads', async () => {
    const expected = filesOf(folder);
    for (const jobs of [1, 3]) {
      const out = temporaryFolder();
      await generate({ ...options(dialect), out, jobs });
      const given = filesOf(out);
      expect([...given.keys()]).toEqual([...expected.keys()]);
      expect(
        [...given].filter(([name, bytes]) => !bytes.equals(expected.get(name)!)).map(([name]) => name),
        `${jobs} jobs`,
      ).toEqual([]);
    }
  });

  test('more days only append', async () => {
    const out = temporaryFolder();
    await generate({ ...options(dialect), days: DAYS + 1, out, compress: 'none' });
    const longer = dailyFilesOf(out);
    for (const server of new Set([...files.keys()].map(serverOf))) {
      const text = (from: Map<string, string>) =>
        [...from]
          .filter(([name]) => serverOf(name) === server)
          .map(([, lines]) => lines)
          .join('');
      expect(text(longer).startsWith(text(files)), server).toBe(true);
    }
    if (dialect === 'deployed') return;
    for (const [name, lines] of files) expect(longer.get(name.replace(/\.gz$/, '')) === lines, name).toBe(true);
  });
});

test('the same bytes of a large run, whether threads simulate and pack or one simulates and another packs', async () => {
  const [one, two] = [temporaryFolder(), temporaryFolder()];
  // Above what run-pools.ts calls few, by lines that are soon made.
  const large = {
    dialect: 'deployed',
    heartbeats: 'local',
    users: 100,
    days: 2,
    servers: 3,
    compress: 'none',
  } as const;
  await generate({ ...large, out: one, jobs: 1 });
  await generate({ ...large, out: two, jobs: 2 });
  const expected = filesOf(two);
  expect([...filesOf(one)].filter(([name, bytes]) => !bytes.equals(expected.get(name)!)).map(([name]) => name)).toEqual(
    [],
  );
});
