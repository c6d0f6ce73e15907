import { integer } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const DIGITS = 32;

/** Later versions of the platform write the session of server events too. */
export const sessionServer: LineFault = {
  scope: 'line',
  id: 'session-server',
  level: 'fields',
  wording: 'A server event has a session.',
  verdict: 'reject',
  rule: 'session-server',
  dialects: ['deployed'],
  break(line, random) {
    if (line.fields?.['event_source'] !== 'server') return undefined;
    const session = Array.from({ length: DIGITS }, () => integer(random, 0, 15).toString(16)).join('');
    return ifFits(line.with('session', session), line.dialect);
  },
};
