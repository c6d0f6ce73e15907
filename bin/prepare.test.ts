import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder, prepareFile } from './prepare.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

test('the folders of a file are made, the file is not', () => {
  const root = temporaryFolder();
  prepareFile(join(root, 'a/b/report.html'));
  expect(readdirSync(join(root, 'a/b'))).toEqual([]);
});

test('a file that is there keeps what it holds', () => {
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, 'mine');
  prepareFile(file);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('a folder that could be made is not there afterwards; one that was there is', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'a'));
  checkFolder(join(root, 'a/b/c'));
  checkFolder(join(root, 'a'));
  expect(readdirSync(root)).toEqual(['a']);
  expect(existsSync(join(root, 'a/b'))).toBe(false);
});

test('where nothing can be written, that is told in one line', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'file'), '');
  mkdirSync(join(root, 'folder'));
  expect(() => prepareFile(join(root, 'folder'))).toThrow(/^cannot write .*folder: .*$/);
  expect(() => prepareFile(join(root, 'file/report'))).toThrow(
    /^cannot write .*report: a part of its path is no folder; .*$/,
  );
  expect(() => checkFolder(join(root, 'file'))).toThrow(/^cannot write to .*file: .*$/);
  expect(() => checkFolder(join(root, 'file/examples'))).toThrow(/^cannot write to .*examples: .*$/);
  expect(() => checkFolder('/proc/a/b')).toThrow(/^cannot write to \/proc\/a\/b: .*$/);
});

test.skipIf(process.getuid?.() === 0)('a folder of somebody else is no place to write to', () => {
  const root = temporaryFolder();
  chmodSync(root, 0o555);
  expect(() => checkFolder(root)).toThrow(/^cannot write to /);
  expect(() => prepareFile(join(root, 'report'))).toThrow(/^cannot write /);
});
