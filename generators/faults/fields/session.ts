import { integer, pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';
import { fieldFaults } from './field-fault.ts';

const KEY_LENGTH = 32;
const FOREIGN = [...'ghijklmnopqrstuvwxyzABCDEF-_. '];

export const sessionFaults = [
  ...fieldFaults('session', 'session-key', [
    {
      // A key of another framework, or one that was written in capitals.
      id: 'session-alphabet',
      wording: 'A session holds a character that is no lowercase hexadecimal digit.',
      change(session, random) {
        if (session === '') return undefined;
        const index = integer(random, 0, session.length - 1);
        return session.slice(0, index) + pick(random, FOREIGN) + session.slice(index + 1);
      },
    },
    {
      // A cookie that was cut, or that ran into the next one.
      id: 'session-length',
      wording: 'A session is too short or too long.',
      change(session, random) {
        if (session === '') return undefined;
        const length = integer(random, 1, KEY_LENGTH - 1);
        return pick(random, [session.slice(0, length), session + session.slice(0, length)]);
      },
    },
    {
      // A browser that holds two cookies of the name sends both; the deployed platform writes them as they come.
      id: 'session-pair',
      wording: 'A session is two keys joined by a semicolon.',
      dialects: ['documented'],
      change: (session) => (session === '' ? undefined : `${session};${[...session].toReversed().join('')}`),
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'session-server' }, [
    {
      // Later versions of the platform write the session of server events too.
      id: 'session-server',
      wording: 'A server event has a session.',
      dialects: ['deployed'],
      break(line, random) {
        if (line.fields?.['event_source'] !== 'server') return undefined;
        const session = Array.from({ length: KEY_LENGTH }, () => integer(random, 0, 15).toString(16)).join('');
        return ifFits(line.with('session', session), line.dialect);
      },
    },
  ]),
];
