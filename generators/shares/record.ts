import { hashOf, type Store, type StoredFile } from '../../src/store/store.ts';
import { readOwn } from '../contents.ts';
import { archiveName, labelsPiece, recordName } from '../file-names.ts';
import { serverName, serversOf, type PackedPlan } from '../simulation/plan.ts';
import type { PoolResult } from '../simulation/run-pool.ts';
import { truthPieces } from '../truth/truth.ts';

/** What a pool has written, when all of it is there. */
export interface PoolRecord {
  readonly edxgen: string;
  /** The hash of its run's plan. */
  readonly plan: string;
  readonly result: PoolResult;
  /** What its run is put together from, beside the archives. */
  readonly pieces: readonly StoredFile[];
}

/** The servers of a pool, by name. */
export const serverNames = (pool: number, { servers }: PackedPlan): string[] => serversOf(pool, servers).map(serverName);

/** The names of the archives that a pool writes. */
export const archivesOf = (pool: number, plan: PackedPlan): string[] => serverNames(pool, plan).map(archiveName);

/** The names of what else it writes. */
export const piecesOf = (pool: number, plan: PackedPlan): string[] => [
  ...truthPieces(pool),
  ...(plan.faults.rate > 0 && !plan.faults.afterwards ? serverNames(pool, plan).map(labelsPiece) : []),
];

/** A pool's record; undefined where there is none. */
export const readRecord = (store: Store, pool: number): Promise<PoolRecord | undefined> => readOwn(store, recordName(pool));

/** Whether a file is there, with the bytes that it should have. It is read only if its size is right. */
export async function isIntact(store: Store, name: string, { bytes, sha256 }: { bytes: number; sha256: string }): Promise<boolean> {
  const found = await store.find(name);
  return found?.bytes === bytes && (await hashOf(store, name)) === sha256;
}

/** Whether all that a pool has left is there: pieces by their sizes, archives by their hashes. */
export async function isWhole(store: Store, pool: number, plan: PackedPlan, { result, pieces }: PoolRecord): Promise<boolean> {
  for (const { name, bytes } of pieces) if ((await store.find(name))?.bytes !== bytes) return false;
  for (const [place, name] of archivesOf(pool, plan).entries()) if (!(await isIntact(store, name, result.archives[place]!))) return false;
  return true;
}
