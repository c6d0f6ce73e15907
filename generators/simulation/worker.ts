import { parentPort, workerData } from 'node:worker_threads';
import { ServerWriter } from '../../src/archive/write-server.ts';
import { HashedSink } from '../../src/store/hashed-sink.ts';
import { archiveName, labelsPiece } from '../file-names.ts';
import { JsonLines } from '../json-lines.ts';
import { poolFiles } from '../truth/truth.ts';
import { openPlace, type PlaceData, type SentBytes } from './place.ts';
import type { PackedPlan } from './plan.ts';
import { runPool, type PoolProgress, type PoolResult } from './run-pool.ts';

/** What a worker is started with. */
export interface WorkerTask {
  readonly plan: PackedPlan;
  readonly place: PlaceData;
}

/** A file that a pool has written, as it should be found again. */
export interface Piece {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a worker says of the pool it was told to run. */
export type WorkerMessage =
  | SentBytes
  | { readonly pool: number; readonly progress: PoolProgress }
  | { readonly pool: number; readonly result: PoolResult; readonly pieces: readonly Piece[] }
  | { readonly pool: number; readonly failure: Failure };

/** What was thrown; an error that crosses threads as itself would lose its code. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

const { plan, place: data } = workerData as WorkerTask;
const place = openPlace(data);

/** The operators take a moment to load, and most runs have none. */
async function loadFaults() {
  if (plan.faults.rate === 0 || plan.faults.afterwards) return undefined;
  const { faultyWriter } = await import('../faults/at-rate.ts');
  return faultyWriter;
}
const faultyWriter = await loadFaults();
const say = (message: WorkerMessage) => parentPort!.postMessage(message);

parentPort!.on('message', (pool: number) => {
  try {
    const pieces = new Map<string, HashedSink>();
    const file = (name: string) => {
      const piece = new HashedSink(place.file(name));
      pieces.set(name, piece);
      return piece;
    };
    const writerOf = (server: string) => {
      const writer = new ServerWriter(place.tar(archiveName(server)), server, plan);
      return faultyWriter?.(plan, server, new JsonLines(file(labelsPiece(server))), writer) ?? writer;
    };
    const result = runPool(plan, pool, writerOf, (progress) => say({ pool, progress }), poolFiles(file, pool));
    say({ pool, result, pieces: [...pieces].map(([name, piece]) => ({ name, ...piece.sum() })) });
  } catch (error) {
    const { message, stack, code } = error as NodeJS.ErrnoException;
    say({ pool, failure: { message, stack, code } });
  }
});
