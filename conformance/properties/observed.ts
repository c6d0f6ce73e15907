import type { Reply } from '../subjects/subject.ts';

/** What a parser does with the one line of a log, in words, where the format leaves it free. */
export function observed(reply: Reply, words: (record: Record<string, unknown>) => string): string {
  const record =
    reply.kind === 'lines' ? reply.lines[0]?.record : reply.kind === 'records' ? reply.records[0] : undefined;
  const refused = reply.kind === 'lines' ? reply.lines[0]?.ok === false : record === undefined;
  if (refused) return 'refuses the line';
  return typeof record === 'object' && record !== null ? words(record as Record<string, unknown>) : 'accepts the line';
}
