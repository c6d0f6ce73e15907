/** The names of the files of a run. */
import { archiveServer } from '../src/archive/log-file.ts';
import { FAULT_LABELS, MANIFEST, TRUTH, TRUTH_FOLDER } from '../src/run-files.ts';

export { FAULT_LABELS, MANIFEST, TRUTH, TRUTH_FOLDER };

/** The page about a run, when one is asked for. */
export const REPORT = 'report.html';

/** A server's archive. */
export const archiveName = (server: string): string => `${server}.tar`;

/** What runs work with until they are complete: hidden, so that nobody takes it for logs. */
export const WORK = '.parts/';

/** What run it is that is made there. */
export const CLAIM = `${WORK}run.json`;

/** A pool, by place, in names of files. */
const poolName = (pool: number): string => `pool-${String(pool + 1).padStart(3, '0')}`;

/** What a pool has written, when it is complete. */
export const recordName = (pool: number): string => `${WORK}${poolName(pool)}.json`;

/** A pool's share of a large part of the truth. */
export const truthPiece = (pool: number, part: string): string => `${WORK}${poolName(pool)}.${part}.jsonl`;

/** The labels of a server's faults. */
export const labelsPiece = (server: string): string => `${WORK}${server}.${FAULT_LABELS}`;

/** Whether a file says that a pool is complete. */
export const isRecord = (name: string): boolean => /\/pool-\d+\.json$/.test(name);

/** Whether a file is one that runs write beside their archives. */
export const isBeside = (name: string): boolean =>
  [MANIFEST, FAULT_LABELS, TRUTH, REPORT].includes(name) || name.startsWith(WORK) || name.startsWith(`${TRUTH_FOLDER}/`);

/** Whether a file is one that some run writes. */
export const isRunFile = (name: string): boolean => isBeside(name) || archiveName(archiveServer(name) ?? '') === name;
