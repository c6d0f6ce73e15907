import { hashOf, isIntact, mapConcurrent, writeWhole, type Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { MergeControl, ShareDone, TaskControl } from '../../src/base/task.ts';
import { fileSystemError, UserError, optionError, option, words } from '../../src/base/user-error.ts';
import { archivesIn, assemble } from './assemble.ts';
import { checkEncryption } from './encryption.ts';
import { contentsOf, removeWork } from './contents.ts';
import { FAULT_LABELS, isRunFile, MANIFEST, REPORT, TRUTH_FILES } from '../../src/archive/file-names.ts';
import { VERSION } from '../../src/base/version.ts';
import { jsonBytes, packagingOf, type Manifest } from './manifest.ts';
import { addPage } from './page.ts';
import { poolCount, poolsOf, type PackedPlan } from '../simulation/plan.ts';
import type { WrittenPool } from './pool-files.ts';
import { settle } from './swap.ts';
import type { RunLock } from './run-lock.ts';
import { isWhole, readRecord, serverNames, type PoolRecord } from './record.ts';
import { writeLogs } from './write-logs.ts';

/** Names that an error lists. */
const SHOWN = 8;

/** `prod-edxapp-003, prod-edxapp-004`, or how many more there are. */
const shown = (names: readonly string[]): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');

const serversOf = (pools: number[], plan: PackedPlan): string =>
  shown(pools.sort((a, b) => a - b).flatMap((pool) => serverNames(pool, plan)));

/** Options of {@link merge}. Progress counts the pools, or the servers, whose archives have been checked; shares stay when it is stopped. */
export interface MergeOptions extends TaskControl<ShareDone>, MergeControl {
  /** Write a page about the run too, `report.html`. */
  page?: boolean | undefined;
}

/** Records of all pools, in their order, when all files that they name are there. */
async function recordsOf(
  store: Store,
  plan: PackedPlan,
  sha256: string,
  onProgress: MergeOptions['onProgress'],
): Promise<WrittenPool[]> {
  let checked = 0;
  const missing: number[] = [];
  const damaged: number[] = [];
  const records = await mapConcurrent(poolsOf(plan.servers), async (pool) => {
    const record = await readRecord(store, pool, plan);
    if (record?.plan !== sha256) missing.push(pool);
    else if (!(await isWhole(store, pool, plan, record))) damaged.push(pool);
    onProgress?.({ done: (checked += 1), all: poolCount(plan.servers) });
    return record;
  });
  const again = words`make their shares again, or all at once with ${option('part')} 1/1, and ${option('resume')} to leave what is right`;
  if (missing.length > 0) throw optionError`${store.address} lacks ${serversOf(missing, plan)}; ${again}`;
  if (damaged.length > 0)
    throw optionError`${store.address} has files of the pools of ${serversOf(damaged, plan)} that are not as their share left them; ${again}`;
  return records as PoolRecord[];
}

/** Checks the files of all shares, and writes labels, ground truth and manifest. */
async function putTogether(
  store: Store,
  lock: RunLock | undefined,
  { onProgress, onMerged, signal, page = false }: MergeOptions,
): Promise<Manifest> {
  const { address } = store;
  const { plan, sha256 } = lock ?? {};
  if (!lock || !plan || !sha256)
    throw optionError`${address} holds no shares of a run; name the place that ${option('out')} named`;
  if (lock.edxgen !== VERSION)
    throw new UserError(
      `${address} was made by edxgen ${lock.edxgen}, and this is ${VERSION}; merge it with that version`,
    );
  await checkEncryption(plan);
  const pools = await recordsOf(store, plan, sha256, onProgress);
  const results = pools.map(({ result }) => result);
  const put = async () => {
    const logs =
      plan.packaging === 'tar'
        ? { archives: archivesIn(plan, results) }
        : await writeLogs(store, plan, pools, { signal, onMerged });
    return assemble(store, plan, lock.options, results, logs);
  };
  const assembled = await put().catch((error: unknown) => {
    // Records tell their own hash, which whoever writes a wrong one can do too.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new UserError(`${address} has records that no share of edxgen has left; make the run in another place`, {
      cause: error,
    });
  });
  const logs = plan.packaging === 'tar' ? [] : assembled.servers.map(({ archive }) => archive);
  await mapConcurrent([...logs, ...assembled.files!.map(({ name }) => name)], (name) => store.publish(name));
  const manifest = page ? await addPage(store, assembled) : assembled;
  await writeWhole(store, MANIFEST, jsonBytes(manifest));
  return manifest;
}

/** @throws UserError when a run that is complete has lost something, or something in it has changed */
async function check(
  store: Store,
  { servers, files, labels, options }: Manifest,
  onProgress: MergeOptions['onProgress'],
): Promise<void> {
  let checked = 0;
  const damaged = await mapConcurrent(servers, async (server) => {
    const isRight = await isIntact(store, { ...server, name: server.archive });
    onProgress?.({ done: (checked += 1), all: servers.length });
    return isRight ? [] : [packagingOf(options) === 'tar' ? server.name : server.archive];
  });
  const names = damaged.flat();
  if (names.length > 0)
    throw optionError`${store.address} has archives that are not as ${MANIFEST} says, of ${shown(names)}; make the run again with ${packagingOf(options) === 'tar' ? words`${option('resume')}, which leaves what is right` : option('force')}`;
  const [lost] = files ? await changed(files, (file) => isIntact(store, file)) : await lostOf(store, labels?.sha256);
  if (lost !== undefined)
    throw optionError`${store.path(lost)} is not as its run left it; ${lost === REPORT ? `make it again with edxgen report ${store.address}` : words`make the run again with ${option('force')}`}`;
}

/** Names of the files that are missing, or whose hash is not the manifest's. */
const changed = async <F extends { readonly name: string }>(
  files: readonly F[],
  isRight: (file: F) => Promise<boolean>,
): Promise<string[]> => (await mapConcurrent(files, async (file) => ((await isRight(file)) ? [] : [file.name]))).flat();

/** Names of missing or changed files of a run of version 0.1, whose manifest has the hash of the labels alone. */
async function lostOf(store: Store, labels: string | undefined): Promise<string[]> {
  const isThere = async (name: string): Promise<boolean> => (await store.find(name)) !== undefined;
  const truth = await changed(
    TRUTH_FILES.map((name) => ({ name })),
    ({ name }) => isThere(name),
  );
  return labels === undefined || ((await isThere(FAULT_LABELS)) && (await hashOf(store, FAULT_LABELS)) === labels)
    ? truth
    : [...truth, FAULT_LABELS];
}

/**
 * Merges the shares of a run: checks that all are there, are of one run and have the recorded hashes, and writes labels, ground
 * truth and manifest. The result is what `generate` writes, byte for byte. A run that is merged already is checked only.
 *
 * @param address of the folder or the bucket's prefix that the shares were written to
 * @returns the manifest
 * @throws UserError when something is missing, or the folder or bucket cannot be written to; the signal's reason
 */
export async function merge(address: string, options: MergeOptions = {}): Promise<Manifest> {
  const store = await openStore(address, options.signal);
  try {
    await settle(store);
    const { manifest: merged, lock } = await contentsOf(store);
    if (merged) await check(store, merged, options.onProgress);
    const manifest = merged ?? (await putTogether(store, lock, options));
    // Of a run that is merged already, a merge that was killed may have left some of it.
    await removeWork(store);
    await store.sweep(isRunFile);
    return manifest;
  } catch (error) {
    throw fileSystemError(error, `write to ${address}`) ?? error;
  } finally {
    await store.discard();
  }
}
