import { ArchiveLog, type LineTarget, type PoolText } from '../simulation/archive-log.ts';
import type { Notes } from '../incidents/notes.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { Ledgers } from '../truth/ledgers.ts';
import type { PoolTruth } from '../truth/totals.ts';
import type { poolFiles } from '../truth/truth.ts';
import { Pool } from '../simulation/pool.ts';
import type { Tally } from '../simulation/servers.ts';

/** Progress of a pool. */
export interface PoolProgress {
  readonly lines: number;
  /** Simulated time, microseconds since 1970. */
  readonly time: number;
}

/** Result of a pool: counts of its lines, and its archives. */
export interface PoolResult extends Tally, PoolText {
  readonly pool: number;
  readonly lines: number;
  readonly byEventType: Record<string, number>;
  readonly truth: PoolTruth;
}

/** Steps of a pool between two turns of its thread: some hundredths of a second, for which messages to the thread wait. */
const STEPS_A_TURN = 5000;

/**
 * Runs a pool from its first line to its last and writes its lines; tells now and then how far it is.
 *
 * @param target takes them
 * @param files take the large parts of the truth
 * @param notes keep what incidents do
 * @throws what node:fs throws when an archive cannot be written
 */
export function* runPool(
  plan: PackedPlan,
  index: number,
  target: LineTarget,
  files: ReturnType<typeof poolFiles>,
  notes?: Notes,
): Generator<PoolProgress, PoolResult, void> {
  const log = new ArchiveLog(plan, target);
  const ledgers = new Ledgers(plan, files);
  const pool = new Pool(plan, index, log, ledgers.courses, notes);
  for (let steps = 1; pool.step(); steps += 1) {
    if (steps % STEPS_A_TURN === 0) yield { lines: log.lines, time: pool.next };
  }
  const text = log.close();
  ledgers.close();
  notes?.only(ledgers.told);
  for (const file of Object.values(files)) file.close();
  return { pool: index, lines: log.lines, byEventType: log.byEventType, ...text, truth: ledgers.truth, ...pool.tally };
}
