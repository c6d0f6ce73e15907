/** Failures that a user has good reasons to live with. */
import { readJsonFile } from '../../src/base/bounded-json.ts';
import { option, optionError, UserError, words } from '../../src/base/user-error.ts';
import type { MismatchKind } from '../oracle/mismatch.ts';
import type { PropertyResult } from './result.ts';
import { packTrial, unpackTrial, type StoredTrial } from './stored-trial.ts';
import { FILE_BOUNDS, KNOWN_FAILURE } from './trial-shape.ts';

/** One of them: how the property fails, with an input that shows it. */
export interface KnownFailure extends StoredTrial {
  readonly kind: MismatchKind;
  readonly reason: string;
}

/** What stands for a reason until somebody writes one. */
const NO_REASON = 'say why';

/**
 * Reads a list of known failures.
 *
 * @throws UserError when it cannot be read, or an entry lacks its reason
 */
export function readKnownFailures(path: string): KnownFailure[] {
  const remedy = words`make it with ${option('writeKnownFailures')}`;
  const list = readJsonFile(path, FILE_BOUNDS, remedy);
  if (!Array.isArray(list)) throw optionError`${path}: it is no list; ${remedy}`;
  return list.map((entry: unknown, i) => {
    const where = `${path}, entry ${i + 1}`;
    const stored = unpackTrial(entry, where, KNOWN_FAILURE);
    const { reason, kind } = entry as Pick<KnownFailure, 'reason' | 'kind'>;
    if (reason.trim() === '') throw new UserError(`${where}: it gives no reason; write one`);
    return { ...stored, kind, reason };
  });
}

/** The list of a run's failures; reasons that were given stay, and so do entries of what was not tried. */
export function knownFailures(results: readonly PropertyResult[], before: readonly KnownFailure[]): object[] {
  const tried = results.filter(({ status }) => status !== 'skipped');
  const isSame = (known: KnownFailure) => (result: PropertyResult) =>
    known.property === result.property.id && known.dialect === result.dialect;
  const untried = before.filter((known) => !tried.some(isSame(known)));
  const failing = tried.flatMap((result) => {
    const { property, dialect, failure, status } = result;
    if (!failure || (status !== 'failed' && status !== 'known')) return [];
    const { kind } = failure.mismatch;
    const reason = before.find((known) => isSame(known)(result) && known.kind === kind)?.reason ?? NO_REASON;
    return [{ property: property.id, dialect, trial: failure.trial, kind, reason }];
  });
  return [...untried, ...failing].map(({ reason, kind, ...stored }) => ({ reason, kind, ...packTrial(stored) }));
}
