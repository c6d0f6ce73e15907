import { mapConcurrent, type LocalStore, type Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fileSystemError } from '../../src/base/user-error.ts';
import type { ServerArchive } from '../../src/archive/write-server.ts';
import { poolsOf, type PackedPlan } from '../simulation/plan.ts';
import { archivesIn, assemble } from './assemble.ts';
import { checkEncryption } from './encryption.ts';
import { wholeLockOf } from './run-lock.ts';
import { optionsOf, type Manifest } from './manifest.ts';
import type { MergeControl } from '../../src/base/task.ts';
import { resolveJobs, resolveOut, resolveRun } from './resolve-run.ts';
import type { GenerateOptions, RunControl } from './options.ts';
import type { WrittenPool } from './pool-files.ts';
import { Publication } from './publication.ts';
import { runPools } from './run-pools.ts';
import type { writeLogs } from './write-logs.ts';

/** Puts together the logs that all servers write to. What packs and encrypts them takes a moment to load. */
const mergedLogs = async (...parts: Parameters<typeof writeLogs>): ReturnType<typeof writeLogs> =>
  (await import('./write-logs.ts')).writeLogs(...parts);

/** Injects the faults that are named with a count. Their operators are loaded only when there are any. */
async function injectCounted(
  plan: PackedPlan,
  store: Store,
  clean: readonly ServerArchive[],
  signal: AbortSignal | undefined,
): Promise<readonly ServerArchive[]> {
  if (plan.faults.counts.length === 0) return clean;
  const counted = await import('../faults/inject-counted.ts');
  return counted.injectCounted(plan, store.local as LocalStore, clean, signal);
}

/**
 * Simulates a site and writes its logs: a tar a server, or as another packaging has them, and `manifest.json`, in a folder or under
 * a bucket's prefix. The same options give the same bytes.
 *
 * ```ts
 * const { totals } = await generate({ users: 1000, days: 7, out: 'logs' });
 * ```
 *
 * @returns the manifest
 * @throws UserError when an option is wrong or the folder or bucket cannot be written to; the signal's reason when it stops the run
 */
export async function generate(
  options: GenerateOptions = {},
  { onProgress, onMerged, signal }: RunControl & MergeControl = {},
): Promise<Manifest> {
  const plan = await resolveRun(options);
  const jobs = resolveJobs(options);
  const address = resolveOut(options);
  const told = optionsOf(plan, options);
  await checkEncryption(plan);
  // Operators that are named with a count choose from the finished tars, which they read here and there.
  const inFolder = plan.faults.counts.length > 0 && plan.packaging === 'tar';
  const publication = await Publication.open(await openStore(address, signal), wholeLockOf(plan, told), {
    force: options.force,
    inFolder,
    signal,
  });
  try {
    const { store } = publication;
    const written: WrittenPool[] = [];
    const done = async (pool: WrittenPool) => {
      written[pool.result.pool] = pool;
      await mapConcurrent(pool.pieces, ({ name }) => store.publish(name));
    };
    await runPools({ plan, pools: poolsOf(plan.servers), store, done, jobs, onProgress, signal });
    const results = written.map(({ result }) => result);
    const logs =
      plan.packaging === 'tar'
        ? { archives: await injectCounted(plan, store, archivesIn(plan, results), signal) }
        : await mergedLogs(store, plan, written, { signal, onMerged });
    const manifest = await assemble(store, plan, told, results, logs);
    signal?.throwIfAborted();
    return await publication.complete(manifest, options.report);
  } catch (error) {
    await publication.abandon();
    throw fileSystemError(error, `write to ${address}`) ?? error;
  }
}
