import type { HashedFile, Store } from '../../src/store/store.ts';
import type { ServerArchive } from '../../src/archive/write-server.ts';
import { archiveName } from '../../src/archive/file-names.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { serverNames } from './record.ts';
import type { PoolResult } from './run-pool.ts';
import type { Note } from '../incidents/notes.ts';
import { readNotes, rolesIn, writeIncidents } from './incidents-truth.ts';
import { writeTruth } from '../truth/truth.ts';

/** The files that a run's lines are packed in. */
export interface WrittenLogs {
  readonly archives: readonly ServerArchive[];
  /** What incidents did to logs that all servers write to; undefined where there were none. */
  readonly notes?: readonly Note[] | undefined;
}

/** The archives of all pools, with their servers. */
export const archivesIn = (plan: PackedPlan, results: readonly PoolResult[]): ServerArchive[] =>
  results.flatMap(({ pool, archives }) => {
    const names = archives.length > 0 ? serverNames(pool, plan) : [];
    return archives.map((archive, index) => {
      const server = names[index]!;
      return { server, name: archiveName(server), archive };
    });
  });

/** Writes the labels of a run that has faults; undefined when no faults were asked for. The module that does it is loaded only then. */
async function gatherLabels(
  { faults }: PackedPlan,
  store: Store,
  servers: readonly string[],
): Promise<(HashedFile & { lines: number }) | undefined> {
  if (faults.rate === 0 && faults.counts.length === 0) return undefined;
  const labels = await import('../faults/gather-labels.ts');
  return labels.gatherLabels(store, servers);
}

/**
 * Assembles a run from the files of its pools: writes labels and ground truth, and makes the manifest.
 *
 * @param store holds their pieces; the files of the run become drafts of it
 * @param options as the manifest tells them
 * @param results of the pools, in their order
 * @param written the archives of the servers or the files of the logs, in their order, broken or not
 * @returns the manifest, which names the drafts
 */
export async function assemble(
  store: Store,
  plan: PackedPlan,
  options: Manifest['options'],
  results: readonly PoolResult[],
  { archives, notes }: WrittenLogs,
): Promise<Manifest> {
  const { incidents = [] } = plan;
  const noted = incidents.length > 0 ? await readNotes(store, plan) : [];
  const labels = await gatherLabels(plan, store, [...new Set(archives.map(({ server }) => server))]);
  const truth = await writeTruth(
    store,
    plan,
    results.map(({ truth: totals }) => totals),
    incidents.length > 0 ? rolesIn(incidents, noted) : undefined,
  );
  return manifestOf(plan, options, results, archives, labels?.lines ?? 0, [
    ...(labels ? [{ name: labels.name, bytes: labels.bytes, sha256: labels.sha256 }] : []),
    ...truth,
    ...(incidents.length > 0 ? await writeIncidents(store, plan, incidents, noted, notes) : []),
  ]);
}
