import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from './find.ts';
import { shell } from './reading.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

/** The files found in a folder that commands fill, from there, and the problems. */
async function find(commands: string): Promise<{ files: string[]; problems: string[] }> {
  const folder = temporaryFolder();
  shell(folder, commands);
  const problems: string[] = [];
  const files = await findFiles(folder, (path, message) => problems.push(`${relative(folder, path)} ${message}`));
  return { files: files.map(({ path }) => relative(folder, path)), problems };
}

describe('findFiles', () => {
  test('finds logs and archives, and leaves out what is none of them', async () => {
    const logs = [
      'a.tar',
      'b.tar.gz',
      'c.tgz',
      'd.gz',
      'e.log',
      'f.jsonl',
      'tracking.log',
      'tracking.log-20130304',
      'tracking.log-20130304.gz',
      'tracking.log.1',
    ];
    const others = [
      'manifest.json',
      'faults.jsonl',
      'truth.json',
      'truth/x.jsonl',
      'a.tar.partial',
      'tracking.log-1.partial',
      'README.md',
      '._a.tar',
      '.git/x.gz',
      'faults.jsonl.gz',
    ];
    const { files, problems } = await find(`mkdir truth .git; touch ${[...logs, ...others].join(' ')}`);
    expect(files).toEqual(logs);
    expect(problems).toEqual([]);
  });

  test('looks into folders, and orders by the code units of the paths', async () => {
    const { files } = await find(
      'mkdir -p a/b Z é; touch a/b/1.log a/2.log a.log Z/3.log é/4.log a-b.log 10.log 9.log',
    );
    expect(files).toEqual(['10.log', '9.log', 'Z/3.log', 'a-b.log', 'a.log', 'a/2.log', 'a/b/1.log', 'é/4.log']);
  });

  test('tells of what run a file is, and gives run by run', async () => {
    const folder = temporaryFolder();
    shell(
      folder,
      'mkdir -p a/in c; touch a/manifest.json a/1.log a/in/2.log a/in/manifest.json a/z.log c/3.log b.log prod-edxapp-001.tar tracking.log-20130304',
    );
    const runs = async (path: string) =>
      (await findFiles(path, () => expect.unreachable())).map(
        (found) => `${relative(folder, found.run)}: ${relative(folder, found.path)}`,
      );
    const inside = ['a: a/1.log', 'a: a/z.log', 'a/in: a/in/2.log'];
    expect(await runs(folder)).toEqual([
      ': b.log',
      ': c/3.log',
      ': prod-edxapp-001.tar',
      ': tracking.log-20130304',
      ...inside,
    ]);
    for (const path of ['a', 'a/', './a']) expect(await runs(`${folder}/${path}`)).toEqual(inside);
    for (const path of ['a/1.log', 'prod-edxapp-001.tar', 'tracking.log-20130304'])
      expect(await runs(join(folder, path))).toEqual([`${path.startsWith('a') ? 'a' : ''}: ${path}`]);
    expect(await runs(join(folder, 'b.log'))).toEqual(['b.log: b.log']);
  });

  test('follows links, but reads no folder twice', async () => {
    const { files, problems } = await find(
      'mkdir a b; echo > a/x.log; ln -s ../a b/again; ln -s .. a/up; ln -s x.log a/y.log; ln -s b/again/x.log z.log',
    );
    expect(files).toEqual(['a/x.log', 'a/y.log', 'z.log']);
    expect(problems).toEqual([]);
  });

  test('tells of a link that leads nowhere, and leaves out what is no file', async () => {
    const { files, problems } = await find(
      'echo > a.log; ln -s nowhere b.log; mkfifo c.log; mkdir d.log; echo > d.log/e.log',
    );
    expect(files).toEqual(['a.log', 'd.log/e.log']);
    expect(problems).toEqual(['b.log cannot be read: it does not exist: check its name']);
  });

  test.skipIf(process.getuid?.() === 0)('tells of a folder without permission, and goes on', async () => {
    const { files, problems } = await find('mkdir a; echo > b.log; chmod 0 a');
    expect(files).toEqual(['b.log']);
    expect(problems).toEqual([
      'a cannot be read: permission denied: change its permissions, or read it as another user',
    ]);
  });

  test('gives a file itself, whatever its name', async () => {
    const folder = temporaryFolder();
    shell(folder, 'touch manifest.json');
    const path = join(folder, 'manifest.json');
    expect(await findFiles(path, () => expect.unreachable())).toEqual([{ path, run: folder }]);
  });

  test('refuses a path that does not exist, and a folder without logs', async () => {
    const folder = temporaryFolder();
    await expect(findFiles(`${folder}/x.tar`, () => {})).rejects.toMatchObject({
      name: 'ReadError',
      message: `cannot read ${folder}/x.tar: it does not exist: check its name`,
    });
    await expect(findFiles(folder, () => {})).rejects.toMatchObject({
      name: 'ReadError',
      message: `no log files in ${folder}: name a tar, a gz, a log file, or a folder that holds some`,
    });
  });
});
