/** What an external grader makes of marks that wait for it. */
import type { Payload } from './entry.test.support.ts';

const isMark = (entry: Payload): boolean =>
  ['correct', 'incorrect'].includes(entry?.correctness) && !entry.queuestate?.key && /<p>.+<\/p>/.test(entry.msg);

/**
 * The map that is expected where one was left some time ago: marks have come, or may have.
 *
 * @param told the map as it is now
 * @param has whether the grader has answered what it was sent by a key, or `maybe`
 */
export function sinceMarked(left: Payload, told: Payload, has: (key: string) => boolean | 'maybe'): Payload {
  const expected = Object.entries<Payload>(left).map(([id, entry]) => {
    const key = entry?.queuestate?.key;
    if (!key || has(key) === false) return [id, entry];
    if (isMark(told?.[id])) return [id, told[id]];
    return [id, has(key) === true ? { msg: 'what the grader says' } : entry];
  });
  return Object.fromEntries(expected);
}
