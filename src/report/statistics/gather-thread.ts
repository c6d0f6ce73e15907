/** A thread that reads files for statistics. */
import { serveScans } from '../../archive/serve-scans.ts';
import { StatisticsScan, type ScanNote } from './scan.ts';

serveScans<undefined, ScanNote>((_, tell) => new StatisticsScan(tell));
