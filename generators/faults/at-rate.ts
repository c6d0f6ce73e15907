import type { LogWriter } from '../../src/archive/write-server.ts';
import { JsonLines } from '../json-lines.ts';
import type { PackedPlan } from '../simulation/plan.ts';
import { AtRate } from './choice.ts';
import { FaultyLog } from './faulty-log.ts';
import { drawnFrom } from './index.ts';

/**
 * What breaks a plan's share of a server's lines on their way to its archive.
 *
 * @param labels the path of a file for the labels, which must not exist
 * @param log writes the archive
 */
export function faultyWriter({ seed, faults, ...nature }: PackedPlan, server: string, labels: string, log: LogWriter): LogWriter {
  const drawn = drawnFrom(faults.drawn, nature.dialect);
  return new FaultyLog(server, nature, new AtRate(seed, server, faults.rate, drawn), new JsonLines(labels), log);
}
