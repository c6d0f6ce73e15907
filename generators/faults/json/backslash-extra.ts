import { pick } from '../../../src/base/random/index.ts';
import { tokenFault } from './token-fault.ts';

/** A text that ends in a backslash and is not escaped, or is escaped once too often. */
export const backslashExtra = tokenFault({
  id: 'backslash-extra',
  wording: 'A quote has one backslash too many before it, so that a string ends early or not at all.',
  one: ['key', 'string'],
  write(token, random) {
    const quote = pick(random, [...token.slice(1).matchAll(/"/g)]).index + 1;
    return `${token.slice(0, quote)}\\${token.slice(quote)}`;
  },
});
