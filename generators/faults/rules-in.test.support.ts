/** What the validator says of broken texts. */
import { Readable } from 'node:stream';
import type { Dialect, RuleId } from '../../src/spec/index.ts';
import { validateLogs, type LogFinding } from '../../src/validation/validate-logs.ts';

/** The rules that the validator finds broken in each of some texts, which may be several lines. */
export async function rulesIn(texts: readonly string[], dialect: Dialect): Promise<Set<RuleId>[]> {
  if (texts.length === 0) return [];
  const owner: number[] = [];
  for (const [index, text] of texts.entries()) for (let n = text.split('\n').length; n > 0; n -= 1) owner.push(index);
  const found = texts.map(() => new Set<RuleId>());
  const stdin = Readable.from(texts.map((text) => Buffer.from(`${text}\n`, 'latin1')));
  const onFinding = ({ line, rule }: LogFinding) => found[owner[line! - 1]!]!.add(rule);
  await validateLogs(['-'], { onFinding, dialect, stdin });
  return found;
}
