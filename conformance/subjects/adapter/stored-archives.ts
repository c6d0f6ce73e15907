import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isBucketAddress } from '../../../src/store/address.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { writeWhole, type Store } from '../../../src/store/store.ts';
import { fileSystemError } from '../../../src/base/user-error.ts';
import type { ArchiveCommand } from '../trial.ts';
import { FOLDER, removeDeadRuns, signFolder } from './dead-runs.ts';

/**
 * Archives that lie in a bucket, or in a folder that the user names, while a parser reads them. What goes wrong there is
 * told as a UserError: it is of the surroundings, and nothing that the parser did.
 */
export class StoredArchives {
  readonly #store: Store;
  /** Keeps what several processes write apart. */
  readonly #folder = `${FOLDER}${randomUUID().slice(0, 8)}`;
  /** Archives that are or may be in the store, by name, each with the promise of its writing. */
  readonly #lent = new Map<string, Promise<void>>();
  #count = 0;
  #closed = false;

  private constructor(store: Store) {
    this.#store = store;
  }

  /**
   * @param address a folder, or `s3://BUCKET/PREFIX/`
   * @throws UserError when it is none, or what it takes to reach it is not installed
   */
  static async open(address: string): Promise<StoredArchives> {
    return new StoredArchives(await openStore(isBucketAddress(address) ? address : resolve(address)));
  }

  /** Writes an archive and removes it, so that what is wrong with the store is told before a parser is tried. */
  async prepare(): Promise<void> {
    await this.#told(this.#store.prepare());
    if (!isBucketAddress(this.#store.address)) {
      removeDeadRuns(this.#store.address);
      await this.#told(mkdir(this.#store.path(this.#folder), { mode: 0o700 }));
      signFolder(this.#store.path(this.#folder));
    }
    await this.lend({ name: 'empty.tar', bytes: new Uint8Array() }, async () => {});
  }

  /**
   * Lets an archive be read; when that is over, it is gone.
   *
   * @param use is given its address, which ends in its name and is of no other archive
   */
  async lend<T>(
    { name, bytes }: Pick<ArchiveCommand, 'name' | 'bytes'>,
    use: (address: string) => Promise<T>,
  ): Promise<T> {
    // Who closes the store ends the process; what is still asked for meanwhile waits for that.
    if (this.#closed) return new Promise(() => {});
    this.#count += 1;
    // In a folder of the user's, what climbs out of an archive still ends in the kit's own.
    const deep = isBucketAddress(this.#store.address) ? '' : '0/1/2/3/';
    const path = `${this.#folder}/${this.#count}/${deep}${name}`;
    const written = this.#told(writeWhole(this.#store, path, bytes).then(() => {}));
    this.#lent.set(path, written);
    await written;
    const result = await use(this.#store.path(path));
    await this.#told(this.#store.remove(path));
    this.#lent.delete(path);
    return result;
  }

  /** Removes what is still there, as far as the store lets it; from a folder also what a parser has unpacked beside an archive. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#lent.values());
    await Promise.allSettled([...this.#lent.keys()].map((path) => this.#store.remove(path)));
    const folder = this.#store.path(this.#folder);
    if (!isBucketAddress(folder)) await rm(folder, { recursive: true, force: true }).catch(() => {});
    await this.#store.discard().catch(() => {});
  }

  async #told<T>(deed: Promise<T>): Promise<T> {
    try {
      return await deed;
    } catch (error) {
      throw fileSystemError(error, `write to ${this.#store.address}`) ?? error;
    }
  }
}
