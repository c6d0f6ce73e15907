import { tokenFault } from './token-fault.ts';

/** An empty part left out by a template. */
export const commaDoubled = tokenFault({
  id: 'comma-doubled',
  wording: 'A comma stands twice.',
  one: [','],
  write: () => ',,',
});
