import { constants } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveServer, MANIFEST } from './file-names.ts';
import { isBucketAddress } from '../store/address.ts';
import { resourceError, UserError } from '../base/user-error.ts';
import { byRun, folderOf, type FoundFile } from './by-run.ts';
import { isLogFolder, isLogName, looseFile } from './log-file.ts';

/** Error of a path that the caller named: it cannot be read, or leads to no logs. Its message names the path and the remedy. */
export class ReadError extends UserError {
  override readonly name = 'ReadError';
}

const REASONS: Record<string, string> = {
  ENOENT: 'it does not exist: check its name',
  ENOTDIR: 'it does not exist: check its name',
  EACCES: 'permission denied: change its permissions, or read it as another user',
};

/** Reason of the system for not reading a path, in words. */
export const reason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
};

/** The run of a file that was named itself: servers' archives and daily files are of one with those beside them. */
async function runBeside(path: string): Promise<string> {
  const folder = dirname(path);
  const known = archiveServer(path) !== undefined || looseFile(path).day !== undefined;
  return known || (await stat(join(folder, MANIFEST)).catch(() => undefined)) ? folder : path;
}

/**
 * Finds the files to read under a path: the file itself, or what has a log's name in the folder and the folders in it, run
 * by run, in the order of their paths by code unit, what was cut off a file before it. Links are followed, but no folder is read twice. Of a bucket, objects.
 *
 * @param problem takes what cannot be read inside a folder
 * @throws ReadError when the path cannot be read, or is a folder without logs
 */
export async function findFiles(path: string, problem: (path: string, message: string) => void): Promise<FoundFile[]> {
  if (isBucketAddress(path)) {
    const { findObjects } = await import('./find-objects.ts');
    const objects = await findObjects(path);
    if (objects.length === 0) throw noLogs(path);
    return objects;
  }
  const files: string[] = [];
  const runs = new Set<string>();
  const seen = new Set<string>();

  const enter = async (folder: string): Promise<void> => {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    const names = (await readdir(folder)).sort();
    if (names.includes(MANIFEST)) runs.add(folderOf(join(folder, MANIFEST)));
    for (const name of names) await visit(join(folder, name), name);
  };

  const visit = async (inside: string, name: string): Promise<void> => {
    if (!isLogName(name) && !isLogFolder(name)) return;
    try {
      const found = await stat(inside);
      if (found.isFile() && isLogName(name)) files.push(inside);
      if (found.isDirectory() && isLogFolder(name)) await enter(inside);
    } catch (error) {
      const broken = resourceError(error);
      if (broken) throw broken;
      problem(inside, `cannot be read: ${reason(error)}`);
    }
  };

  try {
    if (!(await stat(path)).isDirectory()) {
      await access(path, constants.R_OK);
      return [{ path, run: await runBeside(path) }];
    }
    await enter(path);
  } catch (error) {
    throw resourceError(error) ?? new ReadError(`cannot read ${path}: ${reason(error)}`, { cause: error });
  }
  if (files.length === 0) throw noLogs(path);
  return byRun(files, runs, folderOf(join(path, MANIFEST)), path);
}

export const noLogs = (path: string): ReadError =>
  new ReadError(`no log files in ${path}: name a tar, a gz, a log file, or a folder that holds some`);
