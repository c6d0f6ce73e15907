import { tokenFault } from './token-fault.ts';

/** Lines put together by hand. */
export const colonDoubled = tokenFault({
  id: 'colon-doubled',
  wording: 'A colon stands twice.',
  one: [':'],
  write: () => '::',
});
