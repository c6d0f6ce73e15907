import { mapConcurrent, type Store } from '../../src/store/store.ts';
import { nameOfDraft } from '../../src/store/folder.ts';
import { optionError, option } from '../../src/base/user-error.ts';
import {
  archiveName,
  BESIDE,
  RUN_LOCK,
  EARLIER,
  FAULT_LABELS,
  isRecord,
  isRunFile,
  isWork,
  LEAVING,
  MANIFEST,
  REPORT,
  TRUTH,
  WORK,
} from '../../src/archive/file-names.ts';
import { filesOf, readManifest, type Manifest } from './manifest.ts';
import { readLock, type RunLock } from './run-lock.ts';
import { serverName } from '../simulation/plan.ts';

/** More files than any run has: what holds as many is something else, and is not looked through. */
const MANY = 20_000;

/** What lies where a run is to be written. */
export interface Contents {
  /** Of a run that is complete there. */
  readonly manifest: Manifest | undefined;
  /** Of a run that is being made there, or was, by a process that is gone. */
  readonly lock: RunLock | undefined;
  /** The files of a run, complete or not, but for those it works with. */
  readonly files: readonly string[];
  /** Those it works with. */
  readonly work: readonly string[];
}

/** How the files begin that runs write beside their archives. */
const BEGINNINGS: readonly (readonly [name: RegExp, beginning: RegExp])[] = [
  [new RegExp(`^${TRUTH}$`), /^\{\n "seed": "/],
  [/^truth\/(learners|sessions|watching)\.jsonl$/, /^($|\{"username":)/],
  [/^truth\/problems\.jsonl$/, /^($|\{"problem":)/],
  [/^truth\/videos\.jsonl$/, /^($|\{"video":)/],
  [new RegExp(`^${FAULT_LABELS}$`), /^($|\{"server":)/],
];

/** Characters of a file that tell whose it is. */
const HEAD = 512;

async function headOf(store: Store, name: string): Promise<string> {
  for await (const chunk of store.read(name)) return chunk.toString('latin1', 0, HEAD);
  return '';
}

/** Whether a file that has the name of one that runs write beside their archives begins as those do. */
async function isLikeOurs(store: Store, name: string): Promise<boolean> {
  const head = await headOf(store, name);
  if (name === REPORT) return head.includes((await import('../../src/report/page/html.ts')).MARK);
  return BEGINNINGS.some(([names, beginning]) => names.test(name) && beginning.test(head));
}

/** The names that a run has which is not complete. */
const begunBy = ({ options, replaces = [] }: RunLock): string[] => [
  ...Array.from({ length: Number(options['servers']) }, (_, server) => archiveName(serverName(server))),
  ...replaces.filter((name) => name !== MANIFEST),
  ...BESIDE,
];

/**
 * Looks through a store. What the manifest names is a run's; where it names nothing beside the archives, as in version 0.1, or
 * there is none yet, what stands there is looked at, and so is a page, which people change.
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
  // After the list: a lock is there before any other file of its run.
  const manifest = await readManifest(store);
  const lock = await readLock(store);
  const known = new Set(manifest ? filesOf(manifest) : lock ? begunBy(lock) : []);
  const isOurs = async (name: string) => {
    if (name === RUN_LOCK) return lock !== undefined;
    if (isWork(name)) return (manifest ?? lock) !== undefined;
    const isTold = manifest?.files !== undefined && name !== REPORT;
    return known.has(name) && (isTold || !BESIDE.includes(name) || (await isLikeOurs(store, name)));
  };
  // A manifest or a lock that is none says why nothing else is a run's.
  const first = [MANIFEST, RUN_LOCK].filter((name) => names.includes(name));
  for (const name of [...first, ...names]) {
    if (!(await isOurs(name)))
      throw optionError`${store.address} holds something else (${name}); choose an empty or a new folder with ${option('out')}`;
  }
  return { manifest, lock, files: names.filter((name) => !isWork(name)), work: names.filter(isWork) };
}

/** Whether some servers of a run that is not complete are. */
export const hasShares = ({ work }: Contents): boolean => work.some(isRecord);

/** Whether files are those of an earlier run, which has not come back yet. */
const isEarlier = (name: string): boolean => name.startsWith(LEAVING) || name.startsWith(EARLIER);

/** Removes the files that a run works with, what run it is last. Those of an earlier run are not among them. */
export async function removeWork(store: Store): Promise<void> {
  const names: string[] = [];
  for await (const { name } of store.list(WORK))
    if (isRunFile(nameOfDraft(name) ?? name) && name !== RUN_LOCK && !isEarlier(name)) names.push(name);
  await mapConcurrent(names, (name) => store.remove(name));
  await store.remove(RUN_LOCK);
  store.local?.prune(WORK);
}
