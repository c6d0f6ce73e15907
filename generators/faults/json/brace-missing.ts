import { tokenFault } from './token-fault.ts';

/** Writers that stop early, and lines put together by hand. */
export const braceMissing = tokenFault({
  id: 'brace-missing',
  wording: 'An object is not closed: its brace is missing.',
  one: ['}'],
  write: () => '',
});
