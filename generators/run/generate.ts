import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atOnce } from '../../src/store/at-once.ts';
import { FolderStore } from '../../src/store/folder.ts';
import { openStore } from '../../src/store/open-store.ts';
import { copy, type Store } from '../../src/store/store.ts';
import { fileSystemError } from '../../src/base/user-error.ts';
import { archivesIn, assemble } from './assemble.ts';
import { MANIFEST } from '../../src/archive/file-names.ts';
import type { ServerArchive } from '../../src/archive/write-server.ts';
import { filesOf, optionsOf, type Manifest } from './manifest.ts';
import { resolveJobs, resolveOut, resolveRun, type GenerateHooks, type GenerateOptions } from './options.ts';
import { Output } from './publication.ts';
import { claimOf } from './claim.ts';
import { merge } from './merge.ts';
import { runShare } from './run-share.ts';
import { ALL } from './share.ts';
import { poolCount, type PackedPlan } from '../simulation/plan.ts';
import type { WrittenPool } from './pool-files.ts';
import type { PoolResult } from './run-pool.ts';
import { runPools } from './run-pools.ts';

/** Lets the operators act that are named with a count; they are loaded only where there are any. */
async function breakNamed(
  plan: PackedPlan,
  store: Store,
  clean: readonly ServerArchive[],
  signal: AbortSignal | undefined,
): Promise<readonly ServerArchive[]> {
  if (plan.faults.counts.length === 0) return clean;
  const named = await import('../faults/named.ts');
  return named.breakNamed(plan, store as FolderStore, clean, signal);
}

/**
 * Makes a run in a folder of its own and copies it: faults that are named with a count choose from the finished run, which
 * they read here and there, and write anew.
 */
async function byWayOfFolder(options: GenerateOptions, hooks: GenerateHooks, output: Output): Promise<Manifest> {
  const folder = mkdtempSync(join(tmpdir(), 'edxgen-'));
  try {
    const manifest = await generate({ ...options, report: false, out: folder }, hooks);
    const from = new FolderStore(folder);
    await atOnce(filesOf(manifest), async (name) => {
      hooks.signal?.throwIfAborted();
      if (name !== MANIFEST) await copy(from, output.store, name);
    });
    hooks.signal?.throwIfAborted();
    return await output.complete(manifest, options.report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs all pools and puts the run together. */
async function inOneGo(
  plan: PackedPlan,
  options: GenerateOptions,
  { report, signal }: GenerateHooks,
  output: Output,
): Promise<Manifest> {
  const { store } = output;
  const results: PoolResult[] = [];
  const done = async ({ result, pieces }: WrittenPool) => {
    results[result.pool] = result;
    await atOnce(pieces, ({ name }) => store.publish(name));
  };
  const pools = Array.from({ length: poolCount(plan.servers) }, (_, pool) => pool);
  await runPools({ plan, pools, store, done, jobs: resolveJobs(options), report, signal });
  const archives = await breakNamed(plan, store, archivesIn(results), signal);
  const manifest = await assemble(store, plan, optionsOf(plan, options), results, archives);
  signal?.throwIfAborted();
  return output.complete(manifest, options.report);
}

/**
 * Simulates a site and writes its logs: a tar a server and `manifest.json`, in a folder or under a bucket's prefix. The same
 * options give the same bytes.
 *
 * ```ts
 * const { totals } = await generate({ users: 1000, days: 7, out: 'logs' });
 * ```
 *
 * @returns the manifest
 * @throws UserError when an option is wrong or the place cannot be written to; the signal's reason when it stops the run
 */
export async function generate(options: GenerateOptions = {}, hooks: GenerateHooks = {}): Promise<Manifest> {
  const plan = await resolveRun(options);
  resolveJobs(options);
  const address = resolveOut(options);
  if (options.resume) {
    await runShare(options, ALL, hooks);
    return merge(address, { signal: hooks.signal, page: options.report });
  }
  const output = await Output.open(
    await openStore(address, hooks.signal),
    claimOf(plan, optionsOf(plan, options)),
    options.force ?? false,
  );
  try {
    const viaFolder = plan.faults.counts.length > 0 && !(output.store instanceof FolderStore);
    return await (viaFolder ? byWayOfFolder(options, hooks, output) : inOneGo(plan, options, hooks, output));
  } catch (error) {
    await output.abandon();
    throw fileSystemError(error, `write to ${address}`) ?? error;
  }
}
