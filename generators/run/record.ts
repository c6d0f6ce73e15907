import { hash } from 'node:crypto';
import { isIntact, type HashedFile, type Store } from '../../src/store/store.ts';
import {
  archiveName,
  labelsPiece,
  linesPiece,
  NOTES,
  recordName,
  STREAMED,
  truthPiece,
} from '../../src/archive/file-names.ts';
import { isCount, isEach, isHash, isHashedFile, isList, isObject } from '../../src/base/shape.ts';
import { readOwn } from './read-own.ts';
import { machinesOf } from '../simulation/fleet.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import type { PoolResult } from './run-pool.ts';

/** Record of a pool whose files are all written. */
export interface PoolRecord {
  readonly edxgen: string;
  /** Hash of the plan of its run. */
  readonly plan: string;
  readonly result: PoolResult;
  /** Pieces that its run is assembled from, beside the archives. */
  readonly pieces: readonly HashedFile[];
}

/** The servers of a pool, by name. */
export const serverNames = (pool: number, plan: PackedPlan): string[] => machinesOf(plan, pool).map(({ name }) => name);

/** The names of the archives that a pool writes: none where its lines are put together with those of the others. */
export const archivesOf = (pool: number, plan: PackedPlan): string[] =>
  plan.packaging === 'tar' ? serverNames(pool, plan).map(archiveName) : [];

/** Hash that a record holds of itself: one that was cut short or changed is not used. */
const sealOf = (record: object): string => hash('sha256', JSON.stringify(record), 'hex');

/** Bytes of the file that holds a record. */
export const recordBytes = (record: PoolRecord): Buffer =>
  Buffer.from(JSON.stringify({ ...record, sha256: sealOf(record) }));

/** Names of the pieces that a pool may write. */
const piecesOf = (pool: number, plan: PackedPlan): string[] => [
  ...[...STREAMED, NOTES].map((part) => truthPiece(pool, part)),
  ...(plan.packaging === 'tar' ? serverNames(pool, plan).map(labelsPiece) : [linesPiece(pool)]),
];

const isFileEntry = (value: unknown): boolean =>
  isHashedFile(value) &&
  /^tracking\.log-\d{8}(\.gz)?$/.test(value.name) &&
  isCount(value['lines']) &&
  ['first', 'last'].every((name) => Number.isFinite(value[name]));

const isArchiveEntry = (value: unknown): boolean =>
  isObject(value) && isCount(value['bytes']) && isHash(value['sha256']) && isList(value['files'], isFileEntry);

/** Whether a value is the record of a pool: names are those of its own files, and numbers are counts. */
function isResult(value: unknown, pool: number, plan: PackedPlan): boolean {
  if (!isObject(value)) return false;
  const { pool: own, archives, sizes = [], truth, byEventType } = value;
  const counted = ['lines', 'learners', 'sessions'].every((name) => isCount(value[name]));
  return (
    own === pool &&
    counted &&
    isEach(byEventType, isCount) &&
    isObject(truth) &&
    isList(archives, isArchiveEntry) &&
    archives.length === archivesOf(pool, plan).length &&
    isList(sizes, isCount)
  );
}

/** A pool's record; undefined where there is none, or a damaged one, or one that names files of others. */
export async function readRecord(store: Store, pool: number, plan: PackedPlan): Promise<PoolRecord | undefined> {
  const names = piecesOf(pool, plan);
  const isRecord = (value: unknown): value is PoolRecord & { sha256: string } => {
    if (!isObject(value)) return false;
    const { sha256, ...record } = value;
    return (
      sealOf(record) === sha256 &&
      isResult(record['result'], pool, plan) &&
      isList(record['pieces'], (piece) => isHashedFile(piece) && names.includes(piece.name)) &&
      (plan.packaging === 'tar' || record['pieces'].some((piece) => (piece as HashedFile).name === linesPiece(pool)))
    );
  };
  return readOwn(store, recordName(pool), isRecord);
}

/** Whether all files that a record names are there, with their hashes. */
export async function isWhole(
  store: Store,
  pool: number,
  plan: PackedPlan,
  { result, pieces }: PoolRecord,
): Promise<boolean> {
  const archives = archivesOf(pool, plan).map((name, index) => ({ ...result.archives[index]!, name }));
  for (const file of [...pieces, ...archives]) if (!(await isIntact(store, file))) return false;
  return true;
}
