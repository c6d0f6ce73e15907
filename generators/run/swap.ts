/**
 * How a run that is whole takes its place in a folder, which the files of an earlier one leave first. Each step is a change of
 * a name, so that a process that is killed at any of them leaves one of the two runs whole, and what is found then tells how far it was:
 *
 * 1. The earlier run's files go to a hidden folder, its manifest first. Found there, they go back.
 * 2. The hidden folder gets another name.
 * 3. The new run's files get their names, its manifest last. Without the manifest, the others follow.
 * 4. The earlier run's files are removed.
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

/** Moves those of some files that are there from one folder to another, in their order. */
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

/** Steps 3 and 4. */
async function arrive(store: LocalStore, from: string, names: readonly string[]): Promise<void> {
  try {
    await moveAll(store, manifestLast(names), from, '');
  } catch (error) {
    await giveWay(store, from, names);
    throw error;
  }
  await removeEarlier(store);
}

/** Undoes the steps 1 to 3. */
async function giveWay(store: LocalStore, from: string, names: readonly string[]): Promise<void> {
  const waiting = new Set(await namesIn(store, from));
  await moveAll(
    store,
    names.filter((name) => !waiting.has(name)),
    '',
    from,
  );
  if ((await namesIn(store, EARLIER)).length > 0) store.move(EARLIER, LEAVING);
  await comeBack(store);
}

const comeBack = async (store: LocalStore): Promise<void> =>
  moveAll(store, manifestLast(await namesIn(store, LEAVING)), LEAVING, '');

async function removeEarlier(store: LocalStore): Promise<void> {
  await mapConcurrent(await namesIn(store, EARLIER), (name) => store.remove(EARLIER + name));
  store.prune(EARLIER);
}

/**
 * Gives a run its place.
 *
 * @param earlier files of the run that goes, its manifest among them; none where there is none
 * @param from the folder in which the new one is whole
 * @param names its files, its manifest among them
 * @throws UserError when something is in the way; the earlier run is as it was then
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
      await comeBack(store);
      throw error;
    }
  }
  await arrive(store, from, names);
}

/** How far a process was that gave a run its place, when it was killed. */
async function cutOff(store: Store): Promise<{ readonly act: (folder: LocalStore) => Promise<void> } | undefined> {
  if ((await namesIn(store, LEAVING)).length > 0) return { act: comeBack };
  if (await store.find(MANIFEST)) return undefined;
  const { writer } = (await readLock(store)) ?? {};
  if (writer === undefined) return undefined;
  const from = stagingOf(writer);
  const manifest = await readManifest(store, from + MANIFEST);
  return manifest && { act: (folder) => arrive(folder, from, filesOf(manifest)) };
}

/** Whether the earlier run is neither in its place nor removed. */
export const holdsEarlier = async (store: Store): Promise<boolean> =>
  store.local !== undefined && [...(await namesIn(store, LEAVING)), ...(await namesIn(store, EARLIER))].length > 0;

/** Has one of two runs whole again, where a process was killed while one took the place of the other. */
export async function settle(store: Store): Promise<void> {
  const { local } = store;
  if (!local) return;
  await (await cutOff(store))?.act(local);
  if (await store.find(MANIFEST)) await removeEarlier(local);
  else if (await holdsEarlier(store))
    throw new UserError(
      `${store.path(EARLIER)} holds an earlier run, and nothing says what became of the next one; move it away, or choose another place`,
    );
}

/** @throws UserError where {@link settle} has something to do; for whoever only reads */
export async function checkSettled(store: Store): Promise<void> {
  if (!store.local || !(await cutOff(store))) return;
  throw new UserError(
    `${store.address} holds a run whose files were getting their names when its process was killed; edxgen merge ${store.address} has it whole again`,
  );
}
