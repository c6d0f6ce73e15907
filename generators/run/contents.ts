import { mapConcurrent, type Store } from '../../src/store/store.ts';
import { nameOfDraft } from '../../src/store/folder.ts';
import { optionError, option } from '../../src/base/user-error.ts';
import {
  ARTIFACTS,
  RUN_LOCK,
  EARLIER,
  FAULT_LABELS,
  isLogArchive,
  isRecord,
  isRunFile,
  isWork,
  LEAVING,
  MANIFEST,
  REPORT,
  TRUTH,
  WORK,
} from '../../src/archive/file-names.ts';
import { filesOf, packagingOf, readManifest, type Manifest } from './manifest.ts';
import { readLock, type RunLock } from './run-lock.ts';
import { poolsOf } from '../simulation/plan.ts';
import { archivesOf } from './record.ts';

/** Files after which a folder is taken for something else: no run has as many. */
const MANY = 100_000;

/** Files of a folder or a bucket that a run is to be written to. */
export interface Contents {
  /** Manifest of the complete run that is there; undefined when there is none. */
  readonly manifest: Manifest | undefined;
  /** Lock of a run that is being written, or was, by a process that has ended. */
  readonly lock: RunLock | undefined;
  /** Names of the files of a run, complete or not, without its working files. */
  readonly files: readonly string[];
  /** Names of its working files. */
  readonly work: readonly string[];
}

/** Beginnings of the files that runs write beside their archives, by name. */
const BEGINNINGS: readonly (readonly [name: RegExp, beginning: RegExp])[] = [
  [new RegExp(`^${TRUTH}$`), /^\{\n "seed": "/],
  [/^truth\/(learners|sessions|watching|guesses|clients)\.jsonl$/, /^($|\{"username":)/],
  [/^truth\/problems\.jsonl$/, /^($|\{"problem":)/],
  [/^truth\/(incidents|missing)\.jsonl$/, /^($|\{"id":)/],
  [/^truth\/videos\.jsonl$/, /^($|\{"video":)/],
  [new RegExp(`^${FAULT_LABELS}$`), /^($|\{"server":)/],
];

/** Characters of a file that are compared with its beginning. */
const HEAD = 512;

async function headOf(store: Store, name: string): Promise<string> {
  for await (const chunk of store.read(name)) return chunk.toString('latin1', 0, HEAD);
  return '';
}

/** Whether a file begins as one that runs write under its name. */
async function isLikeOurs(store: Store, name: string): Promise<boolean> {
  const head = await headOf(store, name);
  if (name === REPORT) return head.includes((await import('../../src/report/page/html.ts')).MARK);
  return BEGINNINGS.some(([names, beginning]) => names.test(name) && beginning.test(head));
}

/** Names of all files that a run may hold that is not complete. */
const begunBy = ({ archives = [], plan, replaces = [] }: RunLock): string[] => [
  ...archives,
  ...(plan ? poolsOf(plan.servers).flatMap((pool) => archivesOf(pool, plan)) : []),
  ...replaces.filter((name) => name !== MANIFEST),
  ...ARTIFACTS,
];

/**
 * Lists the files of a store, and checks that all are of a run: named by the manifest or the lock, or with the beginning of such
 * a file. The beginning decides where nothing names them (a manifest of version 0.1 lists archives only), and for the HTML report,
 * which people edit.
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
  // Read after the list: a run writes its lock before any other file.
  const manifest = await readManifest(store);
  const lock = await readLock(store);
  /** A run whose servers all write to one log has files that nothing names before its manifest does. */
  const isBegun = manifest === undefined && lock !== undefined && packagingOf(lock.options) !== 'tar';
  const known = new Set(manifest ? filesOf(manifest) : lock ? begunBy(lock) : []);
  const isOurs = async (name: string) => {
    if (name === RUN_LOCK) return lock !== undefined;
    if (isWork(name)) return (manifest ?? lock) !== undefined;
    const isTold = manifest?.files !== undefined && name !== REPORT;
    return (
      (known.has(name) || (isBegun && isLogArchive(name))) &&
      (isTold || !ARTIFACTS.includes(name) || (await isLikeOurs(store, name)))
    );
  };
  // First those that would explain why nothing else is known: a manifest or a lock that cannot be read.
  const first = [MANIFEST, RUN_LOCK].filter((name) => names.includes(name));
  for (const name of [...first, ...names]) {
    if (!(await isOurs(name)))
      throw optionError`${store.address} holds something else (${name}); choose an empty or a new folder with ${option('out')}`;
  }
  return { manifest, lock, files: names.filter((name) => !isWork(name)), work: names.filter(isWork) };
}

/** Whether pools of a run that is not complete have left their records: it can be resumed or merged. */
export const hasShares = ({ work }: Contents): boolean => work.some(isRecord);

/** Whether a file is one of an earlier run that was moved away and not restored yet. */
const isEarlier = (name: string): boolean => name.startsWith(LEAVING) || name.startsWith(EARLIER);

/** Removes the working files of a run, its lock last. Files of an earlier run that were moved away stay. */
export async function removeWork(store: Store): Promise<void> {
  const names: string[] = [];
  for await (const { name } of store.list(WORK))
    if (isRunFile(nameOfDraft(name) ?? name) && name !== RUN_LOCK && !isEarlier(name)) names.push(name);
  await mapConcurrent(names, (name) => store.remove(name));
  await store.remove(RUN_LOCK);
  store.local?.prune(WORK);
}
