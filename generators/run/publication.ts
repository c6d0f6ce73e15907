import { randomUUID } from 'node:crypto';
import { atOnce } from '../../src/store/at-once.ts';
import { FolderStore } from '../../src/store/folder.ts';
import { openStore } from '../../src/store/open-store.ts';
import { draftWhole, writeWhole, type Store } from '../../src/store/store.ts';
import { fileSystemError, UserError } from '../../src/base/user-error.ts';
import { contentsOf, hasShares, removeWork } from './contents.ts';
import { CLAIM, isRunFile, MANIFEST, REPORT, stagingOf } from '../../src/archive/file-names.ts';
import { filesOf, jsonBytes, type Manifest } from './manifest.ts';
import { addPage } from './page.ts';
import { readClaim, type Claim } from './claim.ts';
import { holdsEarlier, settle, swap } from './swap.ts';

/** Gets a store ready to be written to. */
export async function prepare(store: Store): Promise<void> {
  try {
    await store.prepare();
  } catch (error) {
    const isFile = ['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (isFile) throw new UserError(`${store.address} is no folder; choose another name with --out`);
    throw fileSystemError(error, `write to ${store.address}`) ?? error;
  }
}

/**
 * The files of a run that is written in one go. In a folder it is made whole in a hidden one, and then takes the place of an
 * earlier run. In a bucket nothing can be renamed: all are drafts until everything is there; then the files of an earlier run
 * go, and the new ones get their names, the manifest last.
 */
export class Output {
  /** Where the run's files are drafts, and are published to. */
  readonly store: Store;
  readonly #place: Store;
  readonly #earlier: readonly string[];
  readonly #writer: string;
  /** What may lie in a bucket without a manifest, which is no run any more, or not yet. */
  #loose: readonly string[] = [];

  private constructor(place: Store, { replaces, writer }: Required<Pick<Claim, 'replaces' | 'writer'>>) {
    this.#place = place;
    this.store = place instanceof FolderStore ? place.within(stagingOf(writer)) : place;
    this.#earlier = replaces;
    this.#writer = writer;
  }

  /**
   * Looks through the store, and gets it ready.
   *
   * @param claim says what run it is
   * @param force replaces an earlier run
   * @throws UserError when it cannot be written to, or holds something else, or an earlier run and `force` is not set
   */
  static async open(store: Store, claim: Claim, force: boolean): Promise<Output> {
    await prepare(store);
    try {
      await settle(store);
      const contents = await contentsOf(store);
      if (contents.manifest && !force) {
        throw new UserError(
          `${store.address} holds an earlier run; replace it with --force, or choose another folder with --out`,
        );
      }
      if (hasShares(contents) && !force) {
        throw new UserError(
          `${store.address} holds servers of a run that is not complete; go on with --resume, or replace them with --force`,
        );
      }
      await store.sweep(isRunFile);
      // Archives without a manifest go before the claim, which alone says that they are ours.
      if (!contents.manifest) await atOnce(contents.files, (name) => store.remove(name));
      await removeWork(store);
      const replaces = contents.manifest ? contents.files : [];
      const own = { ...claim, replaces, writer: randomUUID() } satisfies Claim;
      await writeWhole(store, CLAIM, Buffer.from(JSON.stringify(own)));
      return new Output(store, own);
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
    await this.#checkPlace();
    const files = filesOf(manifest).filter((name) => name !== MANIFEST);
    if (this.store === this.#place) {
      this.#loose = [...this.#earlier, ...files, REPORT];
      await this.store.remove(MANIFEST);
      await atOnce(this.#earlier, (name) => this.store.remove(name));
    }
    await atOnce(files, (name) => this.store.publish(name));
    const whole = withPage ? await addPage(this.store, manifest) : manifest;
    await draftWhole(this.store, MANIFEST, jsonBytes(whole));
    await this.#checkPlace();
    await this.store.publish(MANIFEST);
    if (this.#place instanceof FolderStore)
      await swap(this.#place, this.#earlier, stagingOf(this.#writer), filesOf(whole));
    this.#loose = [];
    await removeWork(this.#place);
    return whole;
  }

  /** Removes what was written, so that the place is as it was; or empty, when the files of an earlier run in a bucket have begun to go. */
  async abandon(): Promise<void> {
    try {
      if ((await this.#hasPlace()) && !(await holdsEarlier(this.#place))) {
        await atOnce(this.#loose, (name) => this.#place.remove(name));
        await removeWork(this.#place);
      }
    } catch {
      // The store has failed. The claim is still there, by which the next run knows what is left.
    }
    await this.store.discard();
    await this.#place.discard();
  }

  async #checkPlace(): Promise<void> {
    if (await this.#hasPlace()) return;
    throw new UserError(
      `another run has begun in ${this.#place.address} meanwhile; make one at a time there, or choose another place with --out`,
    );
  }

  /** Whether the claim is still this run's: two that are made in one place must not remove each other's files. */
  async #hasPlace(): Promise<boolean> {
    // A run that is stopped cannot read from its own store any more.
    return (await readClaim(await openStore(this.#place.address)))?.writer === this.#writer;
  }
}
