/**
 * Replaces an earlier run in a folder by a new one that is complete in a hidden folder. Each step renames a file or a folder, so that a
 * process that is killed at any of them leaves one of the two runs complete, and the next process finishes or undoes the swap:
 *
 * 1. The earlier run's files are moved to the folder LEAVING, its manifest first. Where LEAVING holds files, they are moved back.
 * 2. LEAVING is renamed to EARLIER.
 * 3. The new run's files are moved to the target, the manifest last. Where the manifest is missing, the other files are moved too.
 * 4. EARLIER is removed.
 */
import { mapConcurrent, type LocalStore, type Store } from '../../src/store/store.ts';
import { fileSystemError, UserError } from '../../src/base/user-error.ts';
import { EARLIER, isOfRun, LEAVING, MANIFEST, stagingOf } from '../../src/archive/file-names.ts';
import { filesOf, readManifest } from './manifest.ts';
import { readLock } from './run-lock.ts';

async function namesIn(store: Store, folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of store.list(folder)) names.push(name.slice(folder.length));
  return names.filter(isOfRun);
}

const manifestLast = (names: readonly string[]): string[] => [
  ...names.filter((name) => name !== MANIFEST),
  ...names.filter((name) => name === MANIFEST),
];

/** Moves files from one folder to another, in the given order, and skips names that the first does not hold. */
async function moveAll(store: LocalStore, names: readonly string[], from: string, to: string): Promise<void> {
  for (const name of names) {
    if (!(await store.find(from + name))) continue;
    try {
      store.move(from + name, to + name);
    } catch (error) {
      throw fileSystemError(error, `write to ${store.path(to + name)}`) ?? error;
    }
  }
}

/** Does steps 3 and 4; undoes all steps when 3 fails. */
async function moveIn(store: LocalStore, from: string, names: readonly string[]): Promise<void> {
  try {
    await moveAll(store, manifestLast(names), from, '');
  } catch (error) {
    await undo(store, from, names);
    throw error;
  }
  await removeEarlier(store);
}

/** Undoes steps 1 to 3. */
async function undo(store: LocalStore, from: string, names: readonly string[]): Promise<void> {
  const waiting = new Set(await namesIn(store, from));
  await moveAll(
    store,
    names.filter((name) => !waiting.has(name)),
    '',
    from,
  );
  if ((await namesIn(store, EARLIER)).length > 0) store.move(EARLIER, LEAVING);
  await restoreEarlier(store);
}

const restoreEarlier = async (store: LocalStore): Promise<void> =>
  moveAll(store, manifestLast(await namesIn(store, LEAVING)), LEAVING, '');

async function removeEarlier(store: LocalStore): Promise<void> {
  await mapConcurrent(await namesIn(store, EARLIER), (name) => store.remove(EARLIER + name));
  store.prune(EARLIER);
}

/**
 * Swaps an earlier run in a folder for a new one.
 *
 * @param earlier files of the earlier run, its manifest among them; empty when there is none
 * @param from hidden folder that holds the complete new run
 * @param names its files, its manifest among them
 * @throws UserError when a file cannot be moved; the earlier run is as it was then
 */
export async function swap(
  store: LocalStore,
  earlier: readonly string[],
  from: string,
  names: readonly string[],
): Promise<void> {
  if (earlier.length > 0) {
    try {
      await moveAll(store, manifestLast(earlier).toReversed(), '', LEAVING);
      store.move(LEAVING, EARLIER);
    } catch (error) {
      await restoreEarlier(store);
      throw error;
    }
  }
  await moveIn(store, from, names);
}

/** What is left to do of a swap whose process was killed; undefined when nothing is. */
async function unfinishedSwap(
  store: Store,
): Promise<{ readonly act: (folder: LocalStore) => Promise<void> } | undefined> {
  if ((await namesIn(store, LEAVING)).length > 0) return { act: restoreEarlier };
  if (await store.find(MANIFEST)) return undefined;
  const { writer } = (await readLock(store)) ?? {};
  if (writer === undefined) return undefined;
  const from = stagingOf(writer);
  const manifest = await readManifest(store, from + MANIFEST);
  return manifest && { act: (folder) => moveIn(folder, from, filesOf(manifest)) };
}

/** Whether files of an earlier run are still in LEAVING or EARLIER. */
export const holdsEarlier = async (store: Store): Promise<boolean> =>
  store.local !== undefined && [...(await namesIn(store, LEAVING)), ...(await namesIn(store, EARLIER))].length > 0;

/**
 * Finishes or undoes a swap whose process was killed, so that one of the two runs is complete again.
 *
 * @throws UserError when the folder does not tell which of the two
 */
export async function settle(store: Store): Promise<void> {
  const { local } = store;
  if (!local) return;
  await (await unfinishedSwap(store))?.act(local);
  if (await store.find(MANIFEST)) await removeEarlier(local);
  else if (await holdsEarlier(store))
    throw new UserError(
      `${store.path(EARLIER)} holds an earlier run, and nothing says what became of the next one; move it away, or choose another place`,
    );
}

/**
 * Checks, before a run is only read, that no swap is unfinished.
 *
 * @throws UserError when one is: {@link settle} finishes it
 */
export async function checkSettled(store: Store): Promise<void> {
  if (!store.local || !(await unfinishedSwap(store))) return;
  throw new UserError(
    `${store.address} holds a run whose files were getting their names when its process was killed; edxgen merge ${store.address} has it whole again`,
  );
}
