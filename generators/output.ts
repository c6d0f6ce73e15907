import { randomUUID } from 'node:crypto';
import { atOnce } from '../src/store/at-once.ts';
import { draftWhole, openStore, writeWhole, type Store } from '../src/store/store.ts';
import { fileSystemError, UserError } from '../src/user-error.ts';
import { contentsOf, hasShares, readOwn, removeWork } from './contents.ts';
import { CLAIM, isRunFile, MANIFEST } from './file-names.ts';
import type { Manifest } from './manifest.ts';
import type { Claim } from './shares/claim.ts';

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

/** Bytes of a file of JSON. */
export const jsonBytes = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/**
 * The files of a run that is written in one go. All are drafts; only when everything is there do the files of an earlier
 * run go and the new ones get their names, the manifest last.
 */
export class Output {
  readonly store: Store;
  readonly #earlier: readonly string[];
  readonly #writer: string;
  /** What may lie there without a manifest, which is no run any more, or not yet. */
  #loose: readonly string[] = [];

  private constructor(store: Store, { replaces, writer }: Required<Pick<Claim, 'replaces' | 'writer'>>) {
    this.store = store;
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
      const contents = await contentsOf(store);
      if (contents.manifest && !force) {
        throw new UserError(`${store.address} holds an earlier run; replace it with --force, or choose another folder with --out`);
      }
      if (hasShares(contents) && !force) {
        throw new UserError(`${store.address} holds servers of a run that is not complete; go on with --resume, or replace them with --force`);
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
   * @param files drafts that are done, the manifest not among them
   * @throws UserError when another run has begun here since
   */
  async complete(files: readonly string[], manifest: Manifest): Promise<void> {
    if (!(await this.#hasPlace())) throw new UserError(`another run has begun in ${this.store.address} meanwhile; make one at a time there, or choose another place with --out`);
    await draftWhole(this.store, MANIFEST, jsonBytes(manifest));
    this.#loose = [...this.#earlier, ...files];
    await this.store.remove(MANIFEST);
    await atOnce(this.#earlier, (name) => this.store.remove(name));
    await atOnce(files, (name) => this.store.publish(name));
    await this.store.publish(MANIFEST);
    this.#loose = [];
    await removeWork(this.store);
  }

  /** Removes what was written, so that the store is as it was; or empty, when the files of the earlier run have begun to go. */
  async abandon(): Promise<void> {
    try {
      if (await this.#hasPlace()) {
        await atOnce(this.#loose, (name) => this.store.remove(name));
        await removeWork(this.store);
      }
    } catch {
      // The store has failed. The claim is still there, by which the next run knows what is left, and removes it.
    }
    await this.store.discard();
  }

  /** Whether the claim is still this run's: two that are made in one place must not remove each other's files. */
  async #hasPlace(): Promise<boolean> {
    // A run that is stopped cannot read from its own store any more.
    const store = await openStore(this.store.address);
    return (await readOwn<Claim>(store, CLAIM))?.writer === this.#writer;
  }
}
