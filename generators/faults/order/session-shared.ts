import { CleanLine } from '../clean-line.ts';
import type { LineFault } from '../fault.ts';

const isKey = (session: unknown): session is string => typeof session === 'string' && /^[0-9a-f]{32}$/.test(session);

/** A cache that gives one person's cookie to another. */
export const sessionShared: LineFault = {
  scope: 'line',
  id: 'session-shared',
  level: 'order',
  wording: 'A line carries the session key of somebody else, who was active just before.',
  verdict: 'either',
  rule: 'session-user',
  break(line, _, { before, inFile }) {
    const { username, session } = line.fields ?? {};
    if (!isKey(session) || username === '') return undefined;
    let left = inFile;
    for (const text of before()) {
      if (left-- === 0) return undefined;
      const other = new CleanLine(text, line.dialect).fields;
      if (other && isKey(other['session']) && other['username'] !== '' && other['username'] !== username) {
        return line.with('session', other['session']);
      }
    }
    return undefined;
  },
};
