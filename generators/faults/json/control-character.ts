import { pick } from '../../../src/base/random/index.ts';
import { adding, tokenFault } from './token-fault.ts';

const CONTROLS = ['\t', '\r', '\x01', '\x08', '\x0b', '\x0c', '\x1b', '\x1f'];

/** Writers that escape quotes and nothing else; a newline would split the line, see line-split. */
export const controlCharacter = tokenFault({
  id: 'control-character',
  wording: 'A control character stands in a string as it is.',
  one: ['key', 'string'],
  write: adding((random) => pick(random, CONTROLS)),
});
