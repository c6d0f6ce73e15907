/** The manifest is true: everything in it is counted again, by other means. */
import { generate, type GenerateOptions } from 'edxgen';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from './manifest.ts';
import { dailyFilesOf, linesIn, manifestIn, system } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const RUNS: readonly GenerateOptions[] = [
  { users: 200, days: 3, servers: 3, seed: 'manifest', dialect: 'documented' },
  { users: 150, days: 16, servers: 1, seed: 'manifest', dialect: 'deployed' },
  { users: 40, days: 2, servers: 4, seed: 'manifest', compress: 'none', start: '2012-02-28', dialect: 'deployed' },
  { users: 1, days: 1, servers: 4, seed: 'nobody comes', dialect: 'documented' },
];

/** What `sha256sum` says. */
const sha256 = (path: string): string => system('sha256sum', path).toString().slice(0, 64);

/** What `wc` says: lines and bytes. */
const wc = (path: string): number[] => system('wc', '-lc', path).toString().trim().split(/\s+/).slice(0, 2).map(Number);

const idOf = ({ event_source: source, event_type: type }: { event_source: string; event_type: string }): string =>
  `${source}/${type.startsWith('/') ? 'request' : type}`;

describe.each(RUNS)('$dialect $users users, $days days, $servers servers', (options) => {
  let folder: string;
  let manifest: Manifest;
  let lines: string[];

  beforeAll(async () => {
    folder = temporaryFolder();
    const given = await generate({ ...options, out: folder });
    manifest = manifestIn(folder);
    expect(manifest).toEqual(given);
    lines = [...dailyFilesOf(folder).values()].flatMap(linesIn);
  });

  test('every archive, its size and its hash', () => {
    expect(manifest.servers.map(({ name }) => `${name}.tar`)).toEqual(manifest.servers.map(({ archive }) => archive));
    expect(manifest.servers).toHaveLength(options.servers!);
    for (const { archive, bytes, sha256: hash } of manifest.servers) {
      expect([wc(join(folder, archive))[1], sha256(join(folder, archive))]).toEqual([bytes, hash]);
    }
  });

  test('every daily file, its lines, bytes, hash, first and last time', () => {
    for (const { name: server, archive, files } of manifest.servers) {
      const into = temporaryFolder();
      system('tar', '-xf', join(folder, archive), '-C', into);
      const names = system('tar', '-tf', join(folder, archive))
        .toString()
        .split('\n')
        .filter((name) => name !== '' && !name.endsWith('/'));
      expect(names).toEqual(files.map(({ name }) => `${server}/${name}`));
      for (const { name, lines: count, bytes, sha256: hash, first, last } of files) {
        const path = join(into, server, name);
        if (name.endsWith('.gz')) system('gzip', '-d', path);
        const plain = path.replace(/\.gz$/, '');
        expect([...wc(plain), sha256(plain)], name).toEqual([count, bytes, hash]);
        const ends = [system('head', '-n1', plain), system('tail', '-n1', plain)].map(
          (line) => /"time": "([^"]+)"/.exec(line.toString())![1],
        );
        expect(ends, name).toEqual([first, last]);
      }
    }
  });

  test('the totals', () => {
    const names = new Set<string>();
    const sessions = new Set<string>();
    const types = new Map<string, number>();
    for (const line of lines) {
      names.add(/^\{"username": "([^"]*)"/.exec(line)![1]!);
      for (const key of /"session": "([^"]*)"/.exec(line)?.[1]!.split(';') ?? []) sessions.add(key);
      const [, source, type] = /"event_source": "([^"]*)", "event_type": "([^"]*)"/.exec(line)!;
      const id = idOf({ event_source: source!, event_type: type! });
      types.set(id, (types.get(id) ?? 0) + 1);
    }
    names.delete('');
    sessions.delete('');
    expect(manifest.totals).toEqual({
      lines: lines.length,
      bytes: lines.reduce((sum, line) => sum + line.length + 1, 0),
      learners: names.size,
      sessions: sessions.size,
      faults: 0,
      byEventType: Object.fromEntries(types),
    });
  });

  test('the options', () => {
    const { compress = 'gzip', seed, start = '2013-03-04', dialect = 'documented', users, days, servers } = options;
    expect(manifest).toMatchObject({ dialect, seed });
    const gzipLevel = compress === 'gzip' ? 6 : null;
    const heartbeats = dialect === 'deployed' ? 'elb' : 'none';
    const unset = {
      loadable: false,
      spice: false,
      heartbeats,
      prefix: 'none',
      packaging: 'tar',
      course: null,
      preset: 'mooc-2012',
      behaviour: null,
      faults: 0,
      fault: null,
    };
    expect(manifest.options).toEqual({ users, days, seed, start, servers, dialect, ...unset, compress, gzipLevel });
  });
});
