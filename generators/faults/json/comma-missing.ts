import { tokenFault } from './token-fault.ts';

/** Lines put together by hand. */
export const commaMissing = tokenFault({
  id: 'comma-missing',
  wording: 'A comma between two parts is missing.',
  one: [','],
  write: () => '',
});
