import { isIntact, mapConcurrent, writeWhole, type Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fileSystemError, UserError, optionError, option } from '../../src/base/user-error.ts';
import { contentsOf, type Contents } from './contents.ts';
import { checkEncryption } from './encryption.ts';
import { RUN_LOCK, MANIFEST, recordName } from '../../src/archive/file-names.ts';

import { optionsOf, type Manifest } from './manifest.ts';
import { resolveJobs, resolveOut, resolveRun } from './resolve-run.ts';
import type { RunControl, GenerateOptions } from './options.ts';
import { prepare } from './publication.ts';
import { poolsOf, type PackedPlan } from '../simulation/plan.ts';
import type { WrittenPool } from './pool-files.ts';
import type { PoolResult } from './run-pool.ts';
import { isColumn } from '../truth/totals.ts';
import { runPools } from './run-pools.ts';
import { settle } from './swap.ts';
import { difference, sharedLockOf, type SharedRunLock } from './run-lock.ts';
import { archivesOf, isWhole, readRecord, recordBytes, serverNames } from './record.ts';
import { checkShare, type Share } from './share.ts';

/** Options of {@link runShare}: those of the run, and its share. */
export interface ShareOptions extends GenerateOptions, Share {
  /** Skip servers that are written already and whose hashes are right. */
  resume?: boolean | undefined;
}

/** Result of a share. */
export interface ShareResult extends Share {
  /** The names of its servers, and of those that were there already and were left. */
  readonly servers: readonly string[];
  readonly skipped: readonly string[];
  /** Lines of the servers that were written. */
  readonly lines: number;
}

/** The pools of a share: each N-th, so that shares are alike in size. */
const poolsIn = ({ part, parts }: Share, { servers }: PackedPlan): number[] =>
  poolsOf(servers).filter((pool) => pool % parts === part - 1);

/** Folder or bucket that a share writes to: checks what is there, and writes the records of pools. */
class ShareOutput {
  readonly #store: Store;
  readonly #lock: SharedRunLock;
  /** Manifest of the run, when it was merged already. */
  readonly #merged: Manifest | undefined;

  private constructor(store: Store, lock: SharedRunLock, merged: Manifest | undefined) {
    this.#store = store;
    this.#lock = lock;
    this.#merged = merged;
  }

  /** @throws UserError when something else is there, or another run */
  static async open(store: Store, lock: SharedRunLock): Promise<ShareOutput> {
    const check = ({ manifest, lock: there }: Contents) => {
      const other = (there && difference(there, lock)) ?? (manifest && difference(manifest, lock));
      if (other !== undefined)
        throw optionError`${store.address} holds another run (${other}); choose another place with ${option('out')}`;
    };
    await prepare(store);
    await settle(store);
    const contents = await contentsOf(store);
    check(contents);
    if (contents.manifest) return new ShareOutput(store, lock, contents.manifest);
    // That of a whole run that was killed has no plan to merge shares by.
    if (!contents.lock?.plan) {
      await writeWhole(store, RUN_LOCK, Buffer.from(JSON.stringify(lock)));
      // Another run may have begun here in the same moment.
      check(await contentsOf(store));
    }
    return new ShareOutput(store, lock, undefined);
  }

  /** Whether the run is merged already, to logs that no pool can be made again of. */
  get isPutTogether(): boolean {
    return this.#merged !== undefined && this.#lock.plan.packaging !== 'tar';
  }

  /** Whether all files of a pool are there, as they should be. */
  async isFinished(pool: number): Promise<boolean> {
    const { plan, sha256 } = this.#lock;
    if (this.isPutTogether) return true;
    if (this.#merged) {
      const names = serverNames(pool, plan);
      const servers = this.#merged.servers.filter(({ name }) => names.includes(name));
      for (const server of servers)
        if (!(await isIntact(this.#store, { ...server, name: server.archive }))) return false;
      return true;
    }
    const record = await readRecord(this.#store, pool, plan);
    return record !== undefined && record.plan === sha256 && (await isWhole(this.#store, pool, plan, record));
  }

  /** Gives the files of a pool their names, and records it. */
  async finish({ result, pieces }: WrittenPool): Promise<void> {
    const { pool } = result;
    const { plan, edxgen, sha256 } = this.#lock;
    if (this.#merged) return await this.#replace(this.#merged, result);
    await mapConcurrent([...archivesOf(pool, plan), ...pieces.map(({ name }) => name)], (name) =>
      this.#store.publish(name),
    );
    await writeWhole(
      this.#store,
      recordName(pool),
      recordBytes({ edxgen, plan: sha256, result: { ...result, truth: plainTotals(result) }, pieces }),
    );
  }

  /** In a run that is merged, only archives are made again. */
  async #replace({ servers }: Manifest, { pool, archives }: PoolResult): Promise<void> {
    const { plan } = this.#lock;
    for (const [index, name] of serverNames(pool, plan).entries()) {
      const { archive, sha256 } = servers.find((server) => server.name === name)!;
      if (archives[index]!.sha256 !== sha256) {
        throw new UserError(
          `${this.#store.path(archive)} is not what ${this.#store.path(MANIFEST)} says, nor what is made now; make the run again in another place`,
        );
      }
      await this.#store.publish(archive);
    }
  }
}

/** Totals as JSON keeps them: columns are lists. */
const plainTotals = ({ truth }: PoolResult): PoolResult['truth'] =>
  JSON.parse(
    JSON.stringify(truth, (_key, value: unknown) => (isColumn(value) ? [...value] : value)),
  ) as PoolResult['truth'];

/**
 * Makes a share of a run: the archives of its servers, each complete as soon as it has its name, and what `merge` needs to
 * put the run together. Shares may be made anywhere, at any time, more than once, and at once.
 *
 * @throws UserError when an option is wrong, or the folder or bucket holds something else, or cannot be written to
 */
export async function runShare(options: ShareOptions, { onProgress, signal }: RunControl = {}): Promise<ShareResult> {
  const { part, parts, resume = false } = options;
  const share = { part, parts };
  checkShare(option('part'), share);
  if (options.force)
    throw optionError`${option('force')} would remove what other shares have made; choose another place with ${option('out')}, or remove the run there first`;
  const plan = await resolveRun(options);
  if (plan.faults.counts.length > 0) {
    throw optionError`${option('fault')} NAME=COUNT chooses from the whole run, so no share can do it; give a rate, such as ${option('faults')} 0.01, or make the run in one go`;
  }
  const jobs = resolveJobs(options);
  await checkEncryption(plan);
  const store = await openStore(resolveOut(options), signal);
  try {
    const output = await ShareOutput.open(store, sharedLockOf(plan, optionsOf(plan, options)));
    const pools = poolsIn(share, plan);
    const skipped =
      resume || output.isPutTogether
        ? (await mapConcurrent(pools, async (pool) => ((await output.isFinished(pool)) ? [pool] : []))).flat()
        : [];
    let lines = 0;
    const done = async (pool: WrittenPool) => {
      await output.finish(pool);
      lines += pool.result.lines;
    };
    const todo = pools.filter((pool) => !skipped.includes(pool));
    await runPools({ plan, pools: todo, store, done, jobs, onProgress, signal });
    const namesOf = (some: readonly number[]) => some.flatMap((pool) => serverNames(pool, plan));
    return { ...share, servers: namesOf(pools), skipped: namesOf(skipped), lines };
  } catch (error) {
    throw fileSystemError(error, `write to ${store.address}`) ?? error;
  } finally {
    await store.discard();
  }
}
