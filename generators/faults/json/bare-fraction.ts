import { tokenFault } from './token-fault.ts';

/** SQL and bc write fractions so. */
export const bareFraction = tokenFault({
  id: 'bare-fraction',
  wording: 'A number starts with its point: .5.',
  one: ['number'],
  write: () => '.5',
});
