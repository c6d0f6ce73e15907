import { tokenFault } from './token-fault.ts';

/** Python's json.dumps writes it unless it is told not to. */
export const nan = tokenFault({
  id: 'nan',
  wording: 'A number is NaN.',
  one: ['number'],
  write: () => 'NaN',
});
