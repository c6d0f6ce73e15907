import { atOnce } from '../src/store/at-once.ts';
import { readWhole, type Store } from '../src/store/store.ts';
import { nameOfDraft } from '../src/store/folder.ts';
import { UserError } from '../src/user-error.ts';
import { archiveName, CLAIM, isBeside, isRecord, isRunFile, MANIFEST, WORK } from './file-names.ts';
import type { Manifest } from './manifest.ts';
import type { Claim } from './shares/claim.ts';
import { serverName } from './simulation/plan.ts';

/** More files than any run has: what holds as many is something else, and is not looked through. */
const MANY = 20_000;

const isWork = (name: string): boolean => name.startsWith(WORK);

/** What lies where a run is to be written. */
export interface Contents {
  /** Of a run that is complete there. */
  readonly manifest: Manifest | undefined;
  /** Of a run that is being made there, or was, by a process that is gone. */
  readonly claim: Claim | undefined;
  /** The files of a run, complete or not, but for those it works with. */
  readonly files: readonly string[];
  /** Those it works with. */
  readonly work: readonly string[];
}

/** A file's JSON; undefined where there is none that edxgen wrote. */
export async function readOwn<T extends { readonly edxgen: string }>(store: Store, name: string): Promise<T | undefined> {
  if (!(await store.find(name))) return undefined;
  const text = (await readWhole(store, name)).toString();
  try {
    const value = JSON.parse(text) as T | null;
    return typeof value?.edxgen === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Looks through a store.
 *
 * @throws UserError when it holds what no run of edxgen has left there
 */
export async function contentsOf(store: Store): Promise<Contents> {
  const names: string[] = [];
  for await (const { name } of store.list()) {
    const draft = nameOfDraft(name);
    if (draft === undefined || !isRunFile(draft)) names.push(name);
    if (names.length > MANY) break;
  }
  // After the list: a claim is there before any other file of its run.
  const manifest = await readOwn<Manifest>(store, MANIFEST);
  const claim = await readOwn<Claim>(store, CLAIM);
  const archives = new Set([
    ...(manifest?.servers ?? []).map(({ archive }) => archive),
    ...(claim?.replaces ?? []),
    ...Array.from({ length: Number(claim?.options['servers'] ?? 0) }, (_, server) => archiveName(serverName(server))),
  ]);
  const isOurs = (name: string) => archives.has(name) || ((manifest ?? claim) !== undefined && isBeside(name));
  const strange = names.find((name) => !isOurs(name));
  if (strange !== undefined) {
    throw new UserError(`${store.address} holds something else (${strange}); choose an empty or a new folder with --out`);
  }
  return { manifest, claim, files: names.filter((name) => !isWork(name)), work: names.filter(isWork) };
}

/** Whether some servers of a run that is not complete are. */
export const hasShares = ({ work }: Contents): boolean => work.some(isRecord);

/** Removes the files that a run works with, what run it is last. */
export async function removeWork(store: Store): Promise<void> {
  const names: string[] = [];
  for await (const { name } of store.list()) if (isWork(name) && name !== CLAIM) names.push(name);
  await atOnce(names, (name) => store.remove(name));
  await store.remove(CLAIM);
}
