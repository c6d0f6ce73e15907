import { pick } from '../../../src/base/random/index.ts';
import { adding, tokenFault } from './token-fault.ts';

const ESCAPES = ["\\'", '\\x41', '\\0', '\\a', '\\v', '\\ ', '\\U0001f600', '\\u{1f600}', '\\u00zz'];

/** Escapes of JavaScript, Python and C, and one that was damaged. */
export const badEscape = tokenFault({
  id: 'bad-escape',
  wording: 'A string holds an escape that JSON does not know.',
  one: ['key', 'string'],
  write: adding((random) => pick(random, ESCAPES)),
});
