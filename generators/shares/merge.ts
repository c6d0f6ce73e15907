import { atOnce } from '../../src/store/at-once.ts';
import { draftWhole, hashOf, openStore, type Store } from '../../src/store/store.ts';
import { fileSystemError, UserError } from '../../src/user-error.ts';
import { archivesIn, assemble } from '../assemble.ts';
import { contentsOf, removeWork } from '../contents.ts';
import { FAULT_LABELS, isRunFile, MANIFEST } from '../file-names.ts';
import { VERSION } from '../../src/version.ts';
import type { Manifest } from '../manifest.ts';
import { jsonBytes } from '../output.ts';
import { poolCount, type PackedPlan } from '../simulation/plan.ts';
import type { PoolResult } from '../simulation/run-pool.ts';
import { TRUTH_FILES } from '../truth/truth.ts';
import type { Claim } from './claim.ts';
import { isIntact, isWhole, readRecord, serverNames } from './record.ts';

/** As many names are told. */
const SHOWN = 8;

/** `prod-edxapp-003, prod-edxapp-004`, or how many more there are. */
const shown = (names: readonly string[]): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');

const serversOf = (pools: number[], plan: PackedPlan): string => shown(pools.sort((a, b) => a - b).flatMap((pool) => serverNames(pool, plan)));

/** What to do while a run is put together. */
export interface MergeHooks {
  /** Is told how many pools, or servers, have been checked, whose archives are read for it. */
  report?: ((checked: number, all: number) => void) | undefined;
  /** Stops it; the shares stay as they were. */
  signal?: AbortSignal | undefined;
}

/** What all pools have recorded, in their order, when all of it is there. */
async function resultsOf(store: Store, plan: PackedPlan, sha256: string, report: MergeHooks['report']): Promise<PoolResult[]> {
  let checked = 0;
  const missing: number[] = [];
  const damaged: number[] = [];
  const results = await atOnce(Array(poolCount(plan.servers)).keys(), async (pool) => {
    const record = await readRecord(store, pool);
    if (record?.plan !== sha256) missing.push(pool);
    else if (!(await isWhole(store, pool, plan, record))) damaged.push(pool);
    report?.((checked += 1), poolCount(plan.servers));
    return record?.result;
  });
  const again = 'make their shares again, or all at once with --part 1/1, and --resume to leave what is right';
  if (missing.length > 0) throw new UserError(`${store.address} lacks ${serversOf(missing, plan)}; ${again}`);
  if (damaged.length > 0) throw new UserError(`${store.address} has files of the pools of ${serversOf(damaged, plan)} that are not as their share left them; ${again}`);
  return results as PoolResult[];
}

/** Checks what the shares have left and writes the run's own files. */
async function putTogether(store: Store, claim: Claim | undefined, report: MergeHooks['report']): Promise<Manifest> {
  const { address } = store;
  const { plan, sha256 } = claim ?? {};
  if (!claim || !plan || !sha256) throw new UserError(`${address} holds no shares of a run; name the place that --out named`);
  if (claim.edxgen !== VERSION) throw new UserError(`${address} was made by edxgen ${claim.edxgen}, and this is ${VERSION}; merge it with that version`);
  const results = await resultsOf(store, plan, sha256, report);
  const { files, manifest } = await assemble(store, plan, claim.options, results, archivesIn(results));
  await draftWhole(store, MANIFEST, jsonBytes(manifest));
  await atOnce(files, (name) => store.publish(name));
  await store.publish(MANIFEST);
  return manifest;
}

/** @throws UserError when a run that is complete has lost something, or something in it has changed */
async function check(store: Store, { servers, labels }: Manifest, report: MergeHooks['report']): Promise<void> {
  let checked = 0;
  const damaged = await atOnce(servers, async (server) => {
    const isRight = await isIntact(store, { ...server, name: server.archive });
    report?.((checked += 1), servers.length);
    return isRight ? [] : [server.name];
  });
  const names = damaged.flat();
  if (names.length > 0) throw new UserError(`${store.address} has archives that are not as ${MANIFEST} says, of ${shown(names)}; make the run again with --resume, which leaves what is right`);
  const beside = await atOnce(TRUTH_FILES, async (name) => ((await store.find(name)) ? [] : [name]));
  const areLabelsRight = labels === undefined || ((await store.find(FAULT_LABELS)) && (await hashOf(store, FAULT_LABELS)) === labels.sha256);
  const [lost] = [...beside.flat(), ...(areLabelsRight ? [] : [FAULT_LABELS])];
  if (lost !== undefined) throw new UserError(`${store.path(lost)} is not as its run left it; make the run again with --force`);
}

/**
 * Puts a run together whose shares have been made: checks that everything is there, belongs together and has its right
 * bytes, and writes labels, truth and manifest. What comes out is that of one run, byte for byte. A run that is put
 * together already is checked, and left as it is.
 *
 * @param address of the folder or the bucket's prefix that the shares were written to
 * @returns the manifest
 * @throws UserError when something is missing, or the place cannot be written to; the signal's reason
 */
export async function merge(address: string, { report, signal }: MergeHooks = {}): Promise<Manifest> {
  const store = await openStore(address, signal);
  try {
    const { manifest: merged, claim } = await contentsOf(store);
    if (merged) await check(store, merged, report);
    const manifest = merged ?? (await putTogether(store, claim, report));
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
