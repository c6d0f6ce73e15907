import { tokenFault } from './token-fault.ts';

/** Printf again, and spreadsheets. */
export const plusSign = tokenFault({
  id: 'plus-sign',
  wording: 'A number has a plus sign: +1.',
  one: ['number'],
  write: (token) => token.replace(/^-?/, '+'),
});
