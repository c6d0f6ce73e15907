import { tokenFault } from './token-fault.ts';

/** Allowed by JavaScript and Python, and by JSON5; templates write a comma after every part. */
export const commaLast = tokenFault({
  id: 'comma-last',
  wording: 'The last part of an object is followed by a comma.',
  one: ['}'],
  write: () => ',}',
});
