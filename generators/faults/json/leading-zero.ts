import { tokenFault } from './token-fault.ts';

/** Numbers of fixed width, as printf writes them. */
export const leadingZero = tokenFault({
  id: 'leading-zero',
  wording: 'A number starts with a zero that it does not need: 01.',
  one: ['number'],
  write: (token) => token.replace(/\d/, '0$&'),
});
