import fc from 'fast-check';
import { LINE_FAULTS } from '../../generators/faults/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { brokenBy, type MalformedLine } from './broken-by.ts';

/**
 * A line that some fault operator has broken so that it must be refused. Lines of megabytes are left out.
 *
 * @param ids of operators, as `edxgen faults` lists them; all whose verdict is `reject` if left out
 */
export function malformedLine(dialect: Dialect, ids?: readonly string[]): fc.Arbitrary<MalformedLine> {
  const faults = LINE_FAULTS.filter(({ id, verdict, onlyNamed, adds }) =>
    ids ? ids.includes(id) : verdict === 'reject' && !onlyNamed && !adds,
  ).sort((a, b) => (a.id < b.id ? -1 : 1));
  const broken = faults.map((fault) => brokenBy(fault, dialect)).filter((each) => each !== undefined);
  if (broken.length === 0) throw new RangeError(`no operator that is named breaks a ${dialect} line`);
  return fc.oneof(...broken);
}
