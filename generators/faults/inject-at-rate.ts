import type { LogWriter } from '../../src/archive/write-server.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { RateSelection } from './selection.ts';
import { FaultyLog, type LabelSink } from './faulty-log.ts';
import { drawnFrom } from './index.ts';

/**
 * Writer that breaks a plan's share of a server's lines on their way to its archive.
 *
 * @param log writes the archive
 */
export function injectAtRate(
  { seed, faults, ...properties }: PackedPlan,
  server: string,
  labels: LabelSink,
  log: LogWriter,
): LogWriter {
  const drawn = drawnFrom(faults.drawn, properties.dialect);
  return new FaultyLog(server, properties, new RateSelection(seed, server, faults.rate, drawn), labels, log);
}
