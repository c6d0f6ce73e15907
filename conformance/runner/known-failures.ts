/** Failures that a user has good reasons to live with. */
import { readJsonFile } from '../../src/bounded-json.ts';
import { UserError } from '../../src/user-error.ts';
import type { MismatchKind } from '../judge/mismatch.ts';
import type { PropertyResult } from '../result.ts';
import { packTrial, unpackTrial, type StoredTrial } from './stored-trial.ts';
import { BOUNDS, KNOWN_FAILURE } from './trial-shape.ts';

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
  const list = readJsonFile(path, BOUNDS, 'make it with --write-known-failures');
  if (!Array.isArray(list)) throw new UserError(`${path}: it is no list; make it with --write-known-failures`);
  return list.map((entry: unknown, i) => {
    const where = `${path}, entry ${i + 1}`;
    const stored = unpackTrial(entry, where, KNOWN_FAILURE);
    const { reason, kind } = entry as Pick<KnownFailure, 'reason' | 'kind'>;
    if (reason.trim() === '') throw new UserError(`${where}: it gives no reason; write one`);
    return { ...stored, kind, reason };
  });
}

/** The list of a run's failures; reasons that were given stay. */
export function knownFailures(results: readonly PropertyResult[], before: readonly KnownFailure[]): object[] {
  const failing = results.filter(({ failure, status }) => failure && (status === 'failed' || status === 'known'));
  return failing.map(({ property, dialect, failure }) => {
    const { mismatch, trial } = failure!;
    const reason = before.find((known) => known.property === property.id && known.dialect === dialect && known.kind === mismatch.kind)?.reason ?? NO_REASON;
    return { reason, kind: mismatch.kind, ...packTrial({ property: property.id, dialect, trial }) };
  });
}
