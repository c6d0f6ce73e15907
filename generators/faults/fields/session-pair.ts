import { fieldFault } from './field-fault.ts';

/** A browser that holds two cookies of the name sends both; the deployed platform writes them as they come. */
export const sessionPair = fieldFault(
  {
    id: 'session-pair',
    wording: 'A session is two keys joined by a semicolon.',
    verdict: 'reject',
    rule: 'session-key',
    dialects: ['documented'],
  },
  'session',
  (session) => (session === '' ? undefined : `${session};${[...session].toReversed().join('')}`),
);
