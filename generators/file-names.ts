/** The names of the files of a run. */

/** Ends the name of a file that is not complete. */
export const PARTIAL = '.partial';

export const MANIFEST = 'manifest.json';

/** Labels of all faults. */
export const FAULT_LABELS = 'faults.jsonl';

/** The truth about a run, and the folder of its large parts. */
export const TRUTH = 'truth.json';
export const TRUTH_FOLDER = 'truth';

/** The page about a run, when one is asked for. */
export const REPORT = 'report.html';

/** A server's archive. */
export const archiveName = (server: string): string => `${server}.tar`;

/** The labels of a server's faults, while a run is not complete. */
export const labelsName = (server: string): string => `${server}.${FAULT_LABELS}`;
