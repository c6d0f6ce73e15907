/** What runs read back may come from anybody: no name in it leads out of the folder, no number of it takes all memory. */
import { generate, merge, repair, runShare } from 'edxgen';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FolderStore } from '../../src/store/folder.ts';
import { hashesOf, manifestIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { settle } from './swap.ts';
import { STREAMED } from '../../src/archive/file-names.ts';

const OPTIONS = { users: 20, days: 1, servers: 2, jobs: 1, faults: 0.1 } as const;

let made: string;
let shares: string;
beforeAll(async () => {
  made = join(temporaryFolder(), 'run');
  await generate({ ...OPTIONS, report: true, out: made });
  shares = join(temporaryFolder(), 'run');
  await runShare({ ...OPTIONS, servers: 4, out: shares, part: 1, parts: 2 });
}, 240_000);

/** A copy in a folder that holds something else too, `precious.txt`. */
function copyOf(run: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'precious.txt'), 'mine');
  cpSync(run, join(folder, 'run'), { recursive: true });
  return join(folder, 'run');
}

type Changeable = Record<string, any>;

function change(path: string, act: (value: Changeable) => void): void {
  const value = JSON.parse(readFileSync(path, 'utf8')) as Changeable;
  act(value);
  writeFileSync(path, JSON.stringify(value));
}

/** Nothing of a folder, nor of what it lies in, is changed. */
async function isLeft(run: string, act: () => Promise<unknown>, words: RegExp): Promise<void> {
  const above = join(run, '..');
  const before = hashesOf(above);
  await expect(act()).rejects.toThrow(words);
  expect(hashesOf(above)).toEqual(before);
}

const force = (out: string) => () => generate({ ...OPTIONS, out, force: true });

describe('--force removes nothing that the manifest does not name', () => {
  test.each([
    'truth/mine.txt',
    '.parts/notes.txt',
    '.parts/earlier/notes.txt',
    '.parts/next-0123abcd/notes.txt',
    'truth/videos.jsonl.bak',
  ])('%s', async (name) => {
    const run = copyOf(made);
    mkdirSync(join(run, name, '..'), { recursive: true });
    writeFileSync(join(run, name), 'mine');
    await isLeft(run, force(run), /holds something else/);
  });

  test('nor a page that somebody else wrote', async () => {
    const run = copyOf(made);
    writeFileSync(join(run, 'report.html'), '<html>mine</html>');
    await isLeft(run, force(run), /holds something else \(report\.html\)/);
  });

  test('nor what it does not name any more', async () => {
    const run = copyOf(made);
    change(
      join(run, 'manifest.json'),
      (manifest) =>
        (manifest['files'] = manifest['files'].filter(({ name }: { name: string }) => name !== 'truth/videos.jsonl')),
    );
    await isLeft(run, force(run), /holds something else \(truth\/videos\.jsonl\)/);
  });

  test('it names labels, truth and page, with their bytes', () => {
    const { files } = manifestIn(made);
    const hash = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(made, name)))
        .digest('hex');
    expect(files!.map(({ name }) => name)).toEqual([
      'faults.jsonl',
      'truth.json',
      ...[...STREAMED, 'problems', 'videos'].map((part) => `truth/${part}.jsonl`),
      'report.html',
    ]);
    expect(files).toEqual(
      files!.map(({ name }) => ({ name, bytes: readFileSync(join(made, name)).length, sha256: hash(name) })),
    );
  });
});

describe('a run of version 0.1, whose manifest names nothing beside the archives', () => {
  const old = (): string => {
    const run = copyOf(made);
    change(join(run, 'manifest.json'), (manifest) => {
      manifest['labels'] = { sha256: manifest['files'][0].sha256 };
      delete manifest['files'];
    });
    return run;
  };

  test('is replaced, checked and repaired', async () => {
    const run = old();
    await merge(run);
    await repair(run, { out: `${run}-clean` });
    expect(manifestIn(`${run}-clean`).files).toHaveLength(STREAMED.length + 3);
    await force(run)();
    expect(existsSync(join(run, 'report.html'))).toBe(false);
  });

  test.each(['truth.json', 'truth/learners.jsonl', 'faults.jsonl', 'report.html'])(
    'keeps a %s that does not begin as ours do',
    async (name) => {
      const run = old();
      writeFileSync(join(run, name), 'mine');
      await isLeft(run, force(run), /holds something else/);
    },
  );
});

const DEEP = '['.repeat(2_000_000);

describe('a manifest that lies', () => {
  test.each<[string, (manifest: Changeable) => void]>([
    ['an archive above', (manifest) => Object.assign(manifest['servers'][0], { archive: '../precious.txt' })],
    [
      'a server above',
      (manifest) => Object.assign(manifest['servers'][0], { name: '../precious', archive: '../precious.tar' }),
    ],
    [
      'a file above',
      (manifest) => manifest['files'].push({ name: '../precious.txt', bytes: 4, sha256: '0'.repeat(64) }),
    ],
    [
      'a file above, by way of truth',
      (manifest) => manifest['files'].push({ name: 'truth/../../precious.txt', bytes: 4, sha256: '0'.repeat(64) }),
    ],
    ['a file twice', (manifest) => manifest['files'].push(manifest['files'][0])],
    ['a file without a size', (manifest) => (manifest['files'][0].bytes = -1)],
    ['more servers than there are', (manifest) => (manifest['options'].servers = 1e9)],
    ['a seed that is none', (manifest) => (manifest['seed'] = { toString: 1 })],
  ])('%s: nothing is touched', async (_, act) => {
    const run = copyOf(made);
    change(join(run, 'manifest.json'), act);
    await isLeft(run, force(run), /holds something else \(manifest\.json\)/);
    await isLeft(run, () => merge(run), /holds something else \(manifest\.json\)/);
    await isLeft(run, () => repair(run, { out: `${run}-clean` }), /is no manifest of edxgen/);
  });

  test('is not taken apart when it is two million brackets', async () => {
    const run = copyOf(made);
    writeFileSync(join(run, 'manifest.json'), DEEP);
    await isLeft(run, force(run), /holds something else \(manifest\.json\)/);
  });
});

/** Changes a claim's plan, and its hash with it. */
const sealed =
  (act: (plan: Changeable) => void) =>
  (claim: Changeable): void => {
    act(claim['plan']);
    claim['sha256'] = createHash('sha256').update(JSON.stringify(claim['plan'])).digest('hex');
  };

describe('a claim that lies', () => {
  test.each<[string, (claim: Changeable) => void]>([
    ['replaces a file above', (claim) => (claim['replaces'] = ['../precious.txt'])],
    ['replaces a file by its whole path', (claim) => (claim['replaces'] = ['/etc/hostname'])],
    ['is of a milliard servers', (claim) => (claim['options'].servers = 1e9)],
    ['plans another number of servers', (claim) => (claim['plan'].servers = 8)],
    ['is written by a path', (claim) => (claim['writer'] = '../../../precious')],
    ['has another plan than its hash says', (claim) => (claim['plan'].days = 2)],
    ['has no course', sealed((plan) => (plan['offerings'][0].course = {}))],
    ['has a course of no sequences', sealed((plan) => (plan['offerings'][0].course.chapters = [{}]))],
    [
      'has a problem that is nowhere',
      sealed(
        (plan) =>
          (plan['offerings'][0].course.chapters[0].sequences = [
            { elements: [{ problems: [{ location: { toString: 1 }, difficulty: 0 }] }] },
          ]),
      ),
    ],
    [
      'has a video that never ends',
      sealed(
        (plan) =>
          (plan['offerings'][0].course.chapters[0].sequences = [
            { elements: [{ problems: [], video: { id: 'v', seconds: 1e12 } }] },
          ]),
      ),
    ],
    [
      'has videos without end',
      sealed(
        (plan) =>
          (plan['offerings'][0].course.chapters[0].sequences = [
            { elements: Array.from({ length: 200 }, () => ({ problems: [], video: { id: 'v', seconds: 86_400 } })) },
          ]),
      ),
    ],
    ['is in no dialect', sealed((plan) => (plan['dialect'] = '\u001b[2J'))],
  ])('%s: nothing is touched', async (_, act) => {
    const run = copyOf(shares);
    change(join(run, '.parts/run.json'), act);
    for (const command of [
      force(run),
      () => merge(run),
      () => runShare({ ...OPTIONS, servers: 4, out: run, resume: true, part: 2, parts: 2 }),
    ]) {
      await isLeft(run, command, /holds something else/);
    }
  });
});

describe('a record that lies', () => {
  const seal = (record: Changeable) => {
    delete record['sha256'];
    record['sha256'] = createHash('sha256').update(JSON.stringify(record)).digest('hex');
  };

  test.each<[string, (record: Changeable) => void, RegExp]>([
    ['names a piece above', (record) => (record['pieces'][0].name = '../precious.txt'), /lacks prod-edxapp-001/],
    ['is of another pool', (record) => (record['result'].pool = 1), /lacks prod-edxapp-001/],
    [
      'has an archive more',
      (record) => record['result'].archives.push(record['result'].archives[0]),
      /lacks prod-edxapp-001/,
    ],
    [
      'counts what nobody counts',
      (record) =>
        Object.defineProperty(record['result'].truth.courses[0], '__proto__', {
          value: { polluted: 1 },
          enumerable: true,
        }),
      /records that no share of edxgen has left/,
    ],
    [
      'counts nothing',
      (record) => (record['result'].truth = { days: null }),
      /records that no share of edxgen has left/,
    ],
  ])('%s', async (_, act, words) => {
    const run = copyOf(shares);
    await runShare({ ...OPTIONS, servers: 4, out: run, part: 2, parts: 2 });
    change(join(run, '.parts/pool-001.json'), (record) => {
      act(record);
      seal(record);
    });
    const before = hashesOf(join(run, '..'));
    await expect(merge(run)).rejects.toThrow(words);
    expect(hashesOf(join(run, '..'))).toEqual(before);
    expect(({} as Changeable)['polluted']).toBeUndefined();
  });
});

test.each(['truth', '.parts'])('a link in place of %s is not followed', async (name) => {
  const run = copyOf(made);
  const elsewhere = join(run, '../elsewhere');
  mkdirSync(join(elsewhere, 'leaving'), { recursive: true });
  writeFileSync(join(elsewhere, 'leaving/truth.json'), 'mine');
  writeFileSync(join(elsewhere, 'videos.jsonl'), 'mine');
  rmSync(join(run, name), { recursive: true, force: true });
  rmSync(join(run, 'truth.json'));
  symlinkSync(elsewhere, join(run, name));
  await isLeft(run, force(run), /holds something else|is a link, which may lead anywhere/);
  await settle(new FolderStore(run)).catch(() => {});
  expect(readFileSync(join(elsewhere, 'leaving/truth.json'), 'utf8')).toBe('mine');
});

test.each<[string, (path: string) => void]>([
  ['truth.json', (path) => symlinkSync('/etc/hostname', path)],
  ['truth.json', (path) => execFileSync('mkfifo', [path])],
  ['prod-edxapp-001.tar', (path) => execFileSync('mkfifo', [path])],
  ['manifest.json', (path) => symlinkSync('/etc/hostname', path)],
])('repair reads no link and waits for no pipe in place of %s', async (name, put) => {
  const run = copyOf(made);
  rmSync(join(run, name));
  put(join(run, name));
  await expect(repair(run, { out: join(run, '../clean') })).rejects.toThrow(`${name} is a link, a pipe or a device`);
  expect(existsSync(join(run, '../clean'))).toBe(false);
});

describe('labels that do not fit', () => {
  test.each<[string, (label: Changeable) => void, RegExp]>([
    [
      'begin behind the file',
      (label) => (label['offset'] = 2 ** 52),
      /faults\.jsonl:2: this label does not fit: its bytes 4503599627370496 to .* are not in prod-edxapp-001\/tracking\.log-\d+\.gz, which has \d+/,
    ],
    ['end behind it', (label) => (label['length'] = 2 ** 50), /faults\.jsonl:2: this label does not fit/],
    [
      'are of a file that is not there',
      (label) => (label['file'] = 'tracking.log-19990101.gz'),
      /faults\.jsonl:2: this label does not fit: there is no prod-edxapp-001\/tracking\.log-19990101\.gz in the run/,
    ],
    [
      'are of a server that is not there',
      (label) => (label['server'] = 'prod-edxapp-999'),
      /faults\.jsonl:2: this label does not fit: there is no/,
    ],
    [
      'take a line from a file that is not there',
      (label) => (label['from'] = { file: '../precious.txt', line: 1, offset: 0 }),
      /faults\.jsonl:2: this label does not fit: there is no/,
    ],
    [
      'restore bytes behind the archive',
      (label) => (label['was'] = [{ offset: 2 ** 52, length: 1, base64: '' }]),
      /faults\.jsonl:2: this label does not fit: its bytes .* are not in the archive of prod-edxapp-001/,
    ],
  ])('%s: they are told by their line', async (_, act, words) => {
    const run = copyOf(made);
    const path = join(run, 'faults.jsonl');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const label = JSON.parse(lines[1]!) as Changeable;
    act(label);
    lines[1] = JSON.stringify(label);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    change(join(run, 'manifest.json'), (manifest) => (manifest['files'][0].sha256 = sha256));
    await isLeft(run, () => repair(run, { out: `${run}-clean` }), words);
  });

  test('and those of the same bytes', async () => {
    const run = copyOf(made);
    const path = join(run, 'faults.jsonl');
    const text = readFileSync(path, 'utf8');
    const [first] = text.split('\n');
    writeFileSync(path, `${first}\n${text}`);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    change(join(run, 'manifest.json'), (manifest) => (manifest['files'][0].sha256 = sha256));
    await isLeft(
      run,
      () => repair(run, { out: `${run}-clean` }),
      /faults\.jsonl:2: this label is of the same bytes as that of line 1/,
    );
  });
});
