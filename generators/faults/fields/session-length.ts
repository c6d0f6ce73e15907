import { integer, pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

const KEY_LENGTH = 32;

/** A cookie that was cut, or that ran into the next one. */
export const sessionLength = fieldFault(
  {
    id: 'session-length',
    wording: 'A session is too short or too long.',
    verdict: 'reject',
    rule: 'session-key',
  },
  'session',
  (session, random) => {
    if (session === '') return undefined;
    const length = integer(random, 1, KEY_LENGTH - 1);
    return pick(random, [session.slice(0, length), session + session.slice(0, length)]);
  },
);
