import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  createReadStream,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  read,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
  type Dirent,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../base/user-error.ts';
import type { Chunks } from './byte-reader.ts';
import type { Draft, LocalStore, StoredFile } from './store.ts';

/** Ends the name of a draft. */
const newSuffix = (): string => `.${randomUUID().slice(0, 8)}.partial`;

/** The name that a draft is to have, by the one it lies under; undefined for what is no draft. */
export const nameOfDraft = (path: string): string | undefined => /^(.+)\.[0-9a-f]{8}\.partial$/.exec(path)?.[1];

const CHUNK = 1024 * 1024;

/** Reads some bytes of an open file at an offset. */
const readAt = promisify(read);

/** The bytes of a file of the file system, which is opened when the first are asked for. */
export async function* fileChunks(path: string): Chunks {
  yield* createReadStream(path, { highWaterMark: CHUNK }) as Chunks;
}

/** A store reads what was stored, and that is a file: a link may lead anywhere, and who opens a pipe waits for somebody to write to it. */
const irregular = (path: string): UserError =>
  new UserError(`${path} is a link, a pipe or a device, which is not read; put the file itself there`);

/** Opens a regular file; gives its descriptor. */
function openRegular(path: string): number {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const found = fstatSync(file);
    if (found.isFile() || found.isDirectory()) return file;
    closeSync(file);
  } catch (error) {
    if (!['ELOOP', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  throw irregular(path);
}

/** Entries of a folder; none where there is no folder, or another process has just removed it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Makes a folder and those it lies in; gives those it made. (Node's recursive mkdir never ends where none can be made, as in /proc.) */
export function makeFolder(folder: string): string[] {
  if (existsSync(folder)) return [];
  const above = makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another task of the same run has just made it.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && statSync(folder).isDirectory()) return above;
    throw error;
  }
  return [...above, folder];
}

/** A file that is being written. Its methods throw what node:fs throws. */
export class FileDraft implements Draft {
  #file: number | undefined;

  /**
   * @param path which must not exist
   * @param flags `a` to add to a file that may be there
   */
  constructor(path: string, flags: 'wx' | 'a' = 'wx') {
    this.#file = openSync(path, flags);
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file!, bytes, done);
  }

  close(): void {
    this.abandon();
  }

  /** Closes the file, ended or not. */
  abandon(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  async ready(): Promise<void> {}

  async done(): Promise<void> {}
}

/** A folder of the file system. A draft lies beside where its file will be, under a name of its own, and is renamed. */
export class FolderStore implements LocalStore {
  readonly address: string;
  /** Ends the names of its drafts: two processes may write the same file, and neither is disturbed. */
  readonly #suffix: string;
  /** Names of drafts that are not published, but for those that were begun elsewhere. */
  readonly #begun = new Set<string>();
  #isLent = false;
  readonly #signal: AbortSignal | undefined;
  #made: readonly string[] = [];

  /**
   * @param signal stops what is being read
   * @param suffix of another store's drafts, to write some of them for it
   */
  constructor(folder: string, signal?: AbortSignal, suffix = newSuffix()) {
    this.address = folder;
    this.#signal = signal;
    this.#suffix = suffix;
  }

  get local(): this {
    return this;
  }

  lend(): { readonly folder: string; readonly suffix: string } {
    this.#isLent = true;
    return { folder: this.address, suffix: this.#suffix };
  }

  path(name: string): string {
    return join(this.address, name);
  }

  draftPath(name: string): string {
    const path = this.#inside(name) + this.#suffix;
    makeFolder(dirname(path));
    this.#begun.add(name);
    return path;
  }

  async prepare(): Promise<void> {
    this.#made = makeFolder(this.address);
    readdirSync(this.address);
  }

  async *list(folder = ''): AsyncGenerator<StoredFile> {
    yield* this.#listIn(folder.replace(/\/$/, ''));
  }

  *#listIn(folder: string): Generator<StoredFile> {
    for (const entry of entriesOf(this.path(folder)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.#listIn(name);
      else yield { name, bytes: statSync(this.path(name), { throwIfNoEntry: false })?.size ?? 0 };
    }
  }

  async find(name: string): Promise<StoredFile | undefined> {
    const path = this.#inside(name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found || found.isDirectory()) return undefined;
    if (!found.isFile()) throw irregular(path);
    return { name, bytes: found.size };
  }

  async *read(name: string): Chunks {
    const stream = createReadStream('', { fd: openRegular(this.#inside(name)), highWaterMark: CHUNK });
    for await (const chunk of stream as Chunks) {
      this.#signal?.throwIfAborted();
      yield chunk;
    }
  }

  async readInto(name: string, offset: number, room: Buffer): Promise<void> {
    this.#signal?.throwIfAborted();
    const file = openRegular(this.#inside(name));
    try {
      for (let done = 0; done < room.length;) {
        const { bytesRead } = await readAt(file, room, done, room.length - done, offset + done);
        if (bytesRead === 0) throw Object.assign(new Error(`${this.path(name)} ends early`), { code: 'EIO' });
        done += bytesRead;
      }
    } finally {
      closeSync(file);
    }
  }

  draft(name: string): FileDraft {
    return new FileDraft(this.draftPath(name));
  }

  async publish(name: string): Promise<void> {
    renameSync(this.path(name) + this.#suffix, this.path(name));
    this.#begun.delete(name);
  }

  within(folder: string): FolderStore {
    return new FolderStore(join(this.address, folder), this.#signal);
  }

  move(from: string, to: string): void {
    const target = this.#inside(to);
    if (lstatSync(target, { throwIfNoEntry: false }))
      throw Object.assign(new Error(`${target} is there already`), { code: 'EEXIST' });
    makeFolder(dirname(target));
    renameSync(this.#inside(from), target);
    this.#removeEmpty(from);
  }

  async discard(): Promise<void> {
    for (const name of this.#begun) await this.remove(name + this.#suffix);
    // A folder may hold much that is not of a data set: it is looked through only where other threads have written.
    if (this.#isLent) await this.#remove((name) => name.endsWith(this.#suffix));
    for (const folder of this.#made.toReversed()) this.#removeIfEmpty(folder);
  }

  sweep(isMeant: (name: string) => boolean): Promise<void> {
    return this.#remove((path) => {
      const name = nameOfDraft(path);
      return name !== undefined && isMeant(name);
    });
  }

  async remove(name: string): Promise<void> {
    rmSync(this.#inside(name), { force: true });
    this.#removeEmpty(name);
  }

  prune(folder: string): void {
    const path = this.#inside(folder);
    for (const entry of entriesOf(path)) if (entry.isDirectory()) this.prune(join(folder, entry.name));
    this.#removeIfEmpty(path);
  }

  /**
   * The path of a file that is read or changed: never behind a link, which may lead anywhere.
   *
   * @throws Error with code ELOOP when a folder on the way from the top is a link
   */
  #inside(name: string): string {
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) {
      const found = lstatSync(this.path(folder), { throwIfNoEntry: false });
      if (found?.isSymbolicLink()) throw Object.assign(new Error(`${this.path(folder)} is a link`), { code: 'ELOOP' });
    }
    return this.path(name);
  }

  /** Removes the folders that a name stands in and that are empty. */
  #removeEmpty(name: string): void {
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) this.#removeIfEmpty(this.path(folder));
  }

  async #remove(isWanted: (name: string) => boolean): Promise<void> {
    for await (const { name } of this.list()) if (isWanted(name)) await this.remove(name);
  }

  #removeIfEmpty(folder: string): void {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
    }
  }
}
