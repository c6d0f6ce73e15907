/** The names of what a run leaves beside its archives. */

export const MANIFEST = 'manifest.json';

/** Labels of all faults. */
export const FAULT_LABELS = 'faults.jsonl';

/** The truth about a run [docs/truth.md], and the folder of its large parts. */
export const TRUTH = 'truth.json';
export const TRUTH_FOLDER = 'truth';
