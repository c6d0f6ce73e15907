import { utf8Fault } from './utf8-fault.ts';

/** The starts of é, €, and 😀. A program that cuts texts by bytes, not by characters. */
export const utf8Cut = utf8Fault('utf8-cut', 'A text holds only the first bytes of a UTF-8 character.', [
  '\xc3',
  '\xe2',
  '\xe2\x82',
  '\xf0',
  '\xf0\x9f',
  '\xf0\x9f\x98',
]);
