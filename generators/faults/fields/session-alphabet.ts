import { integer, pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

const FOREIGN = [...'ghijklmnopqrstuvwxyzABCDEF-_. '];

/** A key of another framework, or one that was written in capitals. */
export const sessionAlphabet = fieldFault(
  {
    id: 'session-alphabet',
    wording: 'A session holds a character that is no lowercase hexadecimal digit.',
    verdict: 'reject',
    rule: 'session-key',
  },
  'session',
  (session, random) => {
    if (session === '') return undefined;
    const place = integer(random, 0, session.length - 1);
    return session.slice(0, place) + pick(random, FOREIGN) + session.slice(place + 1);
  },
);
