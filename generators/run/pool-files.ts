import { ServerPacker, ServerWriter, type Packer } from '../../src/archive/write-server.ts';
import { HashedSink } from '../../src/store/hashed-sink.ts';
import type { HashedFile } from '../../src/store/store.ts';
import { archiveName, labelsPiece, linesPiece, NOTES, truthPiece } from '../../src/archive/file-names.ts';
import { JsonLines } from '../../src/store/json-lines.ts';
import { Notes } from '../incidents/notes.ts';
import { poolFiles } from '../truth/truth.ts';
import type { PoolOutput } from './pool-output.ts';
import { ServerLogs, type LineTarget } from '../simulation/archive-log.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { PoolLines } from './pool-lines.ts';
import { runPool, type PoolProgress, type PoolResult } from './run-pool.ts';

/** Files that a pool has written: results of its archives, and its pieces with their hashes. */
export interface WrittenPool {
  readonly result: PoolResult;
  readonly pieces: readonly HashedFile[];
}

/** Simulates the pool of an index, and writes its files. */
export type PoolWriter = (pool: number) => Generator<PoolProgress, WrittenPool, void>;

/** Function that injects faults at a rate; undefined when the plan has none, or what is broken is put together later. Operators take a moment to load. */
async function loadFaults({ packaging, faults }: PackedPlan) {
  if (packaging !== 'tar' || faults.rate === 0 || faults.afterwards) return undefined;
  const { injectAtRate } = await import('../faults/inject-at-rate.ts');
  return injectAtRate;
}

function writeNotes({ notes }: Notes, file: JsonLines): void {
  for (const note of notes) file.write(note);
  file.close();
}

/**
 * Writer that simulates pools of a plan, one at a time, and writes their files to an output.
 *
 * @param packerOf gives what packs a server's archive, by the server's name: this thread by default
 */
export async function poolWriter(
  plan: PackedPlan,
  output: PoolOutput,
  packerOf = (server: string): Packer => new ServerPacker(output.tar(archiveName(server)), server, plan),
): Promise<PoolWriter> {
  const injectAtRate = await loadFaults(plan);
  return function* write(pool) {
    const pieces = new Map<string, HashedSink>();
    const file = (name: string) => {
      const piece = new HashedSink(output.file(name));
      pieces.set(name, piece);
      return piece;
    };
    const writerOf = (server: string) => {
      const writer = new ServerWriter(packerOf(server));
      return injectAtRate?.(plan, server, new JsonLines(file(labelsPiece(server))), writer) ?? writer;
    };
    try {
      const notes = plan.incidents && new Notes(plan.incidents.length);
      const target: LineTarget =
        plan.packaging === 'tar'
          ? new ServerLogs(plan, pool, writerOf, notes)
          : new PoolLines(plan, file(linesPiece(pool)));
      const result = yield* runPool(plan, pool, target, poolFiles(file, pool), notes);
      if (notes) writeNotes(notes, new JsonLines(file(truthPiece(pool, NOTES))));
      return { result, pieces: [...pieces].map(([name, piece]) => ({ name, ...piece.sum() })) };
    } finally {
      output.abandon();
    }
  };
}
