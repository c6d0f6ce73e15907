import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderStore } from './folder.ts';
import { readWhole } from './store.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const root = temporaryFolder();
const store = new FolderStore(join(root, 'run'));
mkdirSync(join(root, 'run/folder'), { recursive: true });
writeFileSync(join(root, 'secret'), 'not of the run');
writeFileSync(join(root, 'run/file'), 'of the run');
symlinkSync('../secret', join(root, 'run/link'));
symlinkSync('..', join(root, 'run/up'));
execFileSync('mkfifo', [join(root, 'run/pipe')]);

test('a regular file is found and read', async () => {
  expect(await store.find('file')).toEqual({ name: 'file', bytes: 10 });
  expect(String(await readWhole(store, 'file'))).toBe('of the run');
});

test.each([
  ['link', /run\/link is a link, a pipe or a device, which is not read; put the file itself there/],
  ['pipe', /run\/pipe is a link, a pipe or a device, which is not read/],
  ['up/secret', /run\/up is a link/],
])('%s is neither found nor read', async (name, words) => {
  await expect(store.find(name)).rejects.toThrow(words);
  await expect(readWhole(store, name)).rejects.toThrow(words);
});

test('a folder is no file', async () => {
  expect(await store.find('folder')).toBeUndefined();
  await expect(readWhole(store, 'folder')).rejects.toThrow('EISDIR');
});
