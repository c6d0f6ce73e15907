import type { LineAnswer } from '../subjects/parser.ts';
import type { ExpectedLine } from '../subjects/trial.ts';

/**
 * Gives each line the record that a parser without signs of refusal delivered for it: a line that must be accepted takes the
 * next record, one that must be refused none, and of those that may be either as many as there are records left over, the
 * last ones first.
 *
 * @returns undefined when there are too few records, or too many
 */
export function align(expected: readonly ExpectedLine[], records: readonly unknown[]): LineAnswer[] | undefined {
  const count = (verdict: ExpectedLine['verdict']) => expected.filter((line) => line.verdict === verdict).length;
  const spare = records.length - count('accept');
  let refused = count('either') - spare;
  if (spare < 0 || refused < 0) return undefined;
  const rest = records.values();
  return expected.map(({ verdict }) => {
    if (verdict === 'either') refused -= 1;
    const taken = verdict === 'accept' || (verdict === 'either' && refused < 0);
    return taken ? { ok: true, record: rest.next().value } : { ok: false };
  });
}
