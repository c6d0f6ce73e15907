import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileSystemError, UserError } from '../src/user-error.ts';
import { FAULT_LABELS, MANIFEST, PARTIAL, REPORT, TRUTH, TRUTH_FOLDER } from './file-names.ts';

/** The files, beside the servers' archives, that a run may leave. */
const OTHERS: readonly string[] = [MANIFEST, FAULT_LABELS, TRUTH, TRUTH_FOLDER, REPORT];

/** The names of the files of the run whose manifest lies in a folder; none when there is no such manifest. */
function filesOfRun(folder: string, manifest: string): string[] {
  try {
    const { edxgen, servers } = JSON.parse(readFileSync(join(folder, manifest), 'utf8')) as {
      edxgen?: string;
      servers?: { archive: string }[];
    };
    return edxgen ? [...OTHERS, ...(servers ?? []).map(({ archive }) => archive)] : [];
  } catch {
    return [];
  }
}

/** Makes a folder and those it lies in; gives those it made. (Node's recursive mkdir never ends where none can be made, as in /proc.) */
function makeFolder(folder: string): string[] {
  if (existsSync(folder)) return [];
  const above = makeFolder(dirname(folder));
  mkdirSync(folder);
  return [...above, folder];
}

/**
 * The folder that a run writes to. All is written under partial names; only when everything is complete do the files of
 * an earlier run go and the new ones get their names, the manifest last.
 */
export class Output {
  readonly folder: string;
  /** The folders that were made for it, the innermost last. */
  readonly #created: readonly string[];
  readonly #earlier: readonly string[];

  /**
   * Makes the folder, or looks through it.
   *
   * @throws UserError when it cannot be written to, or holds something else, or an earlier run and `force` is not set
   */
  constructor(folder: string, force: boolean) {
    this.folder = folder;
    try {
      this.#created = makeFolder(folder);
      const present = readdirSync(folder);
      const known = new Set([...filesOfRun(folder, MANIFEST), ...filesOfRun(folder, MANIFEST + PARTIAL)]);
      const strange = present.find((name) => !known.has(name) && !name.endsWith(PARTIAL));
      if (strange !== undefined) {
        throw new UserError(`${folder} holds something else (${strange}); choose an empty or a new folder with --out`);
      }
      this.#earlier = present.filter((name) => known.has(name));
      if (this.#earlier.length > 0 && !force) {
        throw new UserError(`${folder} holds an earlier run; replace it with --force, or choose another folder with --out`);
      }
      writeFileSync(join(folder, MANIFEST + PARTIAL), '');
      this.#removePartial();
    } catch (error) {
      const isFile = ['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (isFile) throw new UserError(`${folder} is no folder; choose another name with --out`);
      throw fileSystemError(error, `write to ${folder}`) ?? error;
    }
  }

  /**
   * Gives the files their names, the manifest last.
   *
   * @param files that were written under partial names, the manifest not among them
   */
  complete(files: readonly string[], manifest: object): void {
    const path = (name: string) => join(this.folder, name);
    writeFileSync(path(MANIFEST + PARTIAL), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const name of [MANIFEST, ...this.#earlier]) rmSync(path(name), { force: true, recursive: true });
    for (const name of files) renameSync(path(name + PARTIAL), path(name));
    renameSync(path(MANIFEST + PARTIAL), path(MANIFEST));
  }

  /** Removes what was written, so that the folder is as it was. */
  abandon(): void {
    this.#removePartial();
    for (const folder of this.#created.toReversed()) if (readdirSync(folder).length === 0) rmdirSync(folder);
  }

  #removePartial(): void {
    for (const name of readdirSync(this.folder)) if (name.endsWith(PARTIAL)) rmSync(join(this.folder, name), { recursive: true });
  }
}
