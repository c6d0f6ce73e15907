import { pick } from '../../../src/base/random/index.ts';
import { tokenFault } from './token-fault.ts';

/** Python's json.dumps writes it unless it is told not to. */
export const infinity = tokenFault({
  id: 'infinity',
  wording: 'A number is Infinity or -Infinity.',
  one: ['number'],
  write: (_token, random) => pick(random, ['Infinity', '-Infinity']),
});
