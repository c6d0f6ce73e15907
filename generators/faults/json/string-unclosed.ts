import { tokenFault } from './token-fault.ts';

/** A text put together by hand, or cut by a limit of its own. */
export const stringUnclosed = tokenFault({
  id: 'string-unclosed',
  wording: 'A string is not closed: its second quote is missing.',
  one: ['key', 'string'],
  write: (token) => token.slice(0, -1),
});
