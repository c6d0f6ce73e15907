import { utf8Fault } from './utf8-fault.ts';

/** é, ü, ñ, ø, Å, ß. Tools of Windows and of older databases. */
export const latin1 = utf8Fault('latin-1', 'A letter is written in Latin-1, as one byte.', [
  '\xe9',
  '\xfc',
  '\xf1',
  '\xf8',
  '\xc5',
  '\xdf',
]);
