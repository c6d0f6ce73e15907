import { tokenFault } from './token-fault.ts';

/** Lines put together by hand. */
export const colonMissing = tokenFault({
  id: 'colon-missing',
  wording: 'A colon between a key and its value is missing.',
  one: [':'],
  write: () => '',
});
