import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  copy,
  draftWhole,
  isIntact,
  mapConcurrent,
  writeWhole,
  type HashedFile,
  type Store,
} from '../../src/store/store.ts';
import { FolderStore } from '../../src/store/folder.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fileSystemError, optionError, option } from '../../src/base/user-error.ts';
import { contentsOf, hasShares, removeWork } from './contents.ts';
import { RUN_LOCK, isRunFile, MANIFEST, REPORT, stagingOf } from '../../src/archive/file-names.ts';
import { filesOf, jsonBytes, type Manifest } from './manifest.ts';
import { addPage } from './page.ts';
import type { RunLock } from './run-lock.ts';
import { holdsEarlier, settle, swap } from './swap.ts';

/**
 * Prepares a store for writing: makes its folder, or looks for its bucket.
 *
 * @throws UserError when it cannot be written to
 */
export async function prepare(store: Store): Promise<void> {
  try {
    await store.prepare();
  } catch (error) {
    const isFile = ['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (isFile) throw optionError`${store.address} is no folder; choose another name with ${option('out')}`;
    throw fileSystemError(error, `write to ${store.address}`) ?? error;
  }
}

const withoutManifest = (names: readonly string[]): string[] => names.filter((name) => name !== MANIFEST);

/** Options of {@link Publication.open}. */
export interface PublishOptions {
  /** Replaces an earlier run. */
  readonly force?: boolean | undefined;
  /** Whether archives are read at any offset before they are complete, as counted faults need. A bucket cannot do that, so the run is written to a folder and copied. */
  readonly inFolder?: boolean;
  /** Stops the publication. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Publication of a run that one process makes. In a folder, its files are completed in a hidden folder, and then swapped with those
 * of an earlier run. In a bucket, nothing can be renamed: all files are drafts until the last one is done; then the files of an
 * earlier run are removed, and the drafts get their names, the manifest last.
 */
export class Publication {
  /** Store that the run is written to: drafts first, then files under their names. */
  readonly store: Store;
  readonly #target: Store;
  readonly #earlier: readonly string[];
  readonly #writer: string;
  readonly #lock: HashedFile;
  /** Files that are in a bucket while no manifest names them: of an earlier run that is being removed, and of this one. */
  #loose: readonly string[] = [];

  private constructor(
    target: Store,
    { replaces, writer }: Required<Pick<RunLock, 'replaces' | 'writer'>>,
    lock: HashedFile,
    { inFolder = false, signal }: PublishOptions,
  ) {
    this.#target = target;
    this.store =
      target.local?.within(stagingOf(writer)) ??
      (inFolder ? new FolderStore(mkdtempSync(join(tmpdir(), 'edxgen-')), signal) : target);
    this.#earlier = replaces;
    this.#writer = writer;
    this.#lock = lock;
  }

  /**
   * Checks what a store holds, removes what an unfinished run has left there, and locks it.
   *
   * @param lock of the run that is published
   * @throws UserError when it cannot be written to, or holds something else, or an earlier run and `force` is not set
   */
  static async open(store: Store, lock: RunLock, options: PublishOptions): Promise<Publication> {
    await prepare(store);
    try {
      await settle(store);
      const contents = await contentsOf(store);
      if (contents.manifest && !options.force) {
        throw optionError`${store.address} holds an earlier run; replace it with ${option('force')}, or choose another folder with ${option('out')}`;
      }
      if (hasShares(contents) && !options.force) {
        throw optionError`${store.address} holds servers of a run that is not complete; go on with ${option('resume')}, or replace them with ${option('force')}`;
      }
      await store.sweep(isRunFile);
      // Archives without a manifest go before the lock, which alone says that they are ours.
      if (!contents.manifest) await mapConcurrent(contents.files, (name) => store.remove(name));
      await removeWork(store);
      const replaces = contents.manifest ? contents.files : [];
      const own = { ...lock, replaces, writer: randomUUID() } satisfies RunLock;
      const written = await writeWhole(store, RUN_LOCK, Buffer.from(JSON.stringify(own)));
      return new Publication(store, own, written, options);
    } catch (error) {
      await store.discard();
      throw fileSystemError(error, `write to ${store.address}`) ?? error;
    }
  }

  /**
   * Gives the files their names, the manifest last.
   *
   * @param manifest names them; they are drafts that are done
   * @param withPage whether there is to be a page about the run
   * @returns the manifest, which names the page too
   * @throws UserError when another run has begun here since
   */
  async complete(manifest: Manifest, withPage = false): Promise<Manifest> {
    await this.#checkLock();
    const files = withoutManifest(filesOf(manifest));
    if (this.store === this.#target) await this.#removeEarlier(files);
    await mapConcurrent(files, (name) => this.store.publish(name));
    const whole = withPage ? await addPage(this.store, manifest) : manifest;
    await draftWhole(this.store, MANIFEST, jsonBytes(whole));
    await this.#checkLock();
    await this.store.publish(MANIFEST);
    await this.#move(filesOf(whole));
    this.#loose = [];
    await removeWork(this.#target);
    return whole;
  }

  /** Removes what was written. The target is as it was before; or empty, when files of an earlier run in a bucket were removed already. */
  async abandon(): Promise<void> {
    try {
      if ((await this.#holdsLock()) && !(await holdsEarlier(this.#target))) {
        await mapConcurrent(this.#loose, (name) => this.#target.remove(name));
        await removeWork(this.#target);
      }
    } catch {
      // The store has failed. The lock is still there, by which the next run knows what is left.
    }
    await this.store.discard();
    this.#removeScratch();
    await this.#target.discard();
  }

  /** Moves complete files to the target, or copies them to a bucket. */
  async #move(names: readonly string[]): Promise<void> {
    const target = this.#target;
    if (target.local) return swap(target.local, this.#earlier, stagingOf(this.#writer), names);
    if (this.store === target) return;
    await mapConcurrent(names, (name) => copy(this.store, target, name));
    await this.#checkLock();
    await this.#removeEarlier(names);
    await mapConcurrent(withoutManifest(names), (name) => target.publish(name));
    await target.publish(MANIFEST);
    this.#removeScratch();
  }

  /** Removes the files of an earlier run from a bucket, its manifest first. */
  async #removeEarlier(files: readonly string[]): Promise<void> {
    this.#loose = [...this.#earlier, ...files, REPORT];
    await this.#target.remove(MANIFEST);
    await mapConcurrent(this.#earlier, (name) => this.#target.remove(name));
  }

  #removeScratch(): void {
    if (!this.#target.local && this.store.local) rmSync(this.store.address, { recursive: true, force: true });
  }

  async #checkLock(): Promise<void> {
    if (await this.#holdsLock()) return;
    throw optionError`another run has begun in ${this.#target.address} meanwhile; make one at a time there, or choose another place with ${option('out')}`;
  }

  /** Whether the target still holds the lock of this run: two runs in one folder or bucket must not remove each other's files. */
  async #holdsLock(): Promise<boolean> {
    // A run that is stopped cannot read from its own store any more.
    return isIntact(await openStore(this.#target.address), this.#lock);
  }
}
