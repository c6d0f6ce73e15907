/** Files and folders that a command writes to when its work is done: what is wrong with them is told before. */
import { accessSync, closeSync, constants, existsSync, openSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../src/store/folder.ts';
import { fileSystemError } from '../src/base/user-error.ts';

/**
 * Makes the folders of a file that will be written. The file itself is left as it is.
 *
 * @throws UserError when it cannot be written
 */
export function prepareFile(path: string): void {
  try {
    makeFolder(dirname(path));
    const isThere = existsSync(path);
    closeSync(openSync(path, 'a'));
    if (!isThere) rmSync(path);
  } catch (error) {
    throw fileSystemError(error, `write ${path}`) ?? error;
  }
}

/**
 * Looks whether a folder can be written to, or made. It is not made: perhaps nothing will lie there.
 *
 * @throws UserError when it cannot
 */
export function checkFolder(path: string): void {
  try {
    const made = makeFolder(path);
    accessSync(path, constants.W_OK | constants.X_OK);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    for (const folder of made.toReversed()) rmdirSync(folder);
  } catch (error) {
    throw fileSystemError(error, `write to ${path}`) ?? error;
  }
}
