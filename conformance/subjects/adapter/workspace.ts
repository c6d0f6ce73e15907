/** The folder that a run of the kit works in: archives while they are read, what lies outside them, an adapter's temporary files. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSystemError } from '../../../src/base/user-error.ts';
import { FOLDER, removeDeadRuns, signFolder } from './dead-runs.ts';

/** Depth of the folders in a workspace: a path that climbs out of one of them ends in another. */
export const DEPTH = 4;

let base: string | undefined;

/** Made at first use, under a name that nobody can know before; gone when the process exits. */
function folder(): string {
  if (base !== undefined) return base;
  removeDeadRuns(tmpdir());
  try {
    base = mkdtempSync(join(tmpdir(), FOLDER));
  } catch (error) {
    throw fileSystemError(error, `write to ${tmpdir()}`) ?? error;
  }
  signFolder(base);
  process.on('exit', () => rmSync(base!, { recursive: true, force: true }));
  return base;
}

/** A new folder in it, {@link DEPTH} folders deep. */
export function deepFolder(name: string): string {
  const path = join(folder(), name, ...Array.from({ length: DEPTH }, (_, i) => `${i}`));
  mkdirSync(path, { recursive: true });
  return path;
}

let temporary: string | undefined;

/** Where adapters keep their temporary files. */
export const adapterFolder = (): string => (temporary ??= deepFolder('tmp'));
