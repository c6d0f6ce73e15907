import { createHash } from 'node:crypto';
import { hashOf, readWhole, type Store } from '../../src/store/store.ts';
import { archiveName, recordName } from '../file-names.ts';
import { serverName, serversOf, type PackedPlan } from '../simulation/plan.ts';
import type { PoolResult } from '../simulation/run-pool.ts';
import type { Piece } from '../simulation/worker.ts';

/** What a pool has written, when all of it is there. */
export interface PoolRecord {
  readonly edxgen: string;
  /** The hash of its run's plan. */
  readonly plan: string;
  readonly result: PoolResult;
  /** What its run is put together from, beside the archives. */
  readonly pieces: readonly Piece[];
}

/** The servers of a pool, by name. */
export const serverNames = (pool: number, { servers }: PackedPlan): string[] => serversOf(pool, servers).map(serverName);

/** The names of the archives that a pool writes. */
export const archivesOf = (pool: number, plan: PackedPlan): string[] => serverNames(pool, plan).map(archiveName);

/** A record tells its own hash, so that none is believed that was cut or changed. */
const sealOf = (record: object): string => createHash('sha256').update(JSON.stringify(record)).digest('hex');

/** Bytes of the file of a record. */
export const recordBytes = (record: PoolRecord): Buffer => Buffer.from(JSON.stringify({ ...record, sha256: sealOf(record) }));

/** A pool's record; undefined where there is none, or a damaged one. */
export async function readRecord(store: Store, pool: number): Promise<PoolRecord | undefined> {
  const name = recordName(pool);
  if (!(await store.find(name))) return undefined;
  const bytes = await readWhole(store, name);
  try {
    const { sha256, ...record } = JSON.parse(bytes.toString()) as PoolRecord & { sha256: string };
    return sealOf(record) === sha256 ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file is there, with the bytes that it should have. It is read only if its size is right. */
export async function isIntact(store: Store, { name, bytes, sha256 }: Piece): Promise<boolean> {
  const found = await store.find(name);
  return found?.bytes === bytes && (await hashOf(store, name)) === sha256;
}

/** Whether all that a pool has left is there, as it left it. */
export async function isWhole(store: Store, pool: number, plan: PackedPlan, { result, pieces }: PoolRecord): Promise<boolean> {
  const archives = archivesOf(pool, plan).map((name, place) => ({ ...result.archives[place]!, name }));
  for (const file of [...pieces, ...archives]) if (!(await isIntact(store, file))) return false;
  return true;
}
