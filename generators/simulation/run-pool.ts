import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import { ArchiveLog } from './archive-log.ts';
import type { PackedPlan } from './plan.ts';
import { Ledger } from '../truth/ledger.ts';
import type { Totals } from '../truth/totals.ts';
import type { poolFiles } from '../truth/truth.ts';
import { Pool, type Tally } from './pool.ts';

/** How far a pool is. */
export interface PoolProgress {
  readonly lines: number;
  /** Simulated, microseconds since 1970. */
  readonly time: number;
}

/** What a pool has written. */
export interface PoolResult extends Tally {
  readonly pool: number;
  readonly lines: number;
  readonly byEventType: Record<string, number>;
  readonly archives: readonly WrittenArchive[];
  readonly truth: Totals;
}

const STEPS_A_REPORT = 50_000;

/**
 * Runs a pool from its first line to its last and writes its servers' archives.
 *
 * @param writerOf gives what writes a server's archive, by the server's name
 * @param files take the large parts of the truth
 * @throws what node:fs throws when an archive cannot be written
 */
export function runPool(
  plan: PackedPlan,
  index: number,
  writerOf: (server: string) => LogWriter,
  report: (progress: PoolProgress) => void,
  files: ReturnType<typeof poolFiles>,
): PoolResult {
  const log = new ArchiveLog(plan, index, writerOf);
  const ledger = new Ledger(plan, files);
  const pool = new Pool(plan, index, log, ledger);
  for (let steps = 1; pool.next < Infinity; steps += 1) {
    pool.step();
    if (steps % STEPS_A_REPORT === 0) report({ lines: log.lines, time: pool.next });
  }
  const archives = log.close();
  ledger.close();
  for (const file of Object.values(files)) file.close();
  return { pool: index, lines: log.lines, byEventType: log.byEventType, archives, truth: ledger.totals, ...pool.tally };
}
