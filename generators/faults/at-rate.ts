import type { LogWriter } from '../../src/archive/write-server.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { AtRate } from './choice.ts';
import { FaultyLog, type Labels } from './faulty-log.ts';
import { drawnFrom } from './index.ts';

/**
 * What breaks a plan's share of a server's lines on their way to its archive.
 *
 * @param log writes the archive
 */
export function faultyWriter(
  { seed, faults, ...nature }: PackedPlan,
  server: string,
  labels: Labels,
  log: LogWriter,
): LogWriter {
  const drawn = drawnFrom(faults.drawn, nature.dialect);
  return new FaultyLog(server, nature, new AtRate(seed, server, faults.rate, drawn), labels, log);
}
