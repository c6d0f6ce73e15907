import { utf8Fault } from './utf8-fault.ts';

/** 😀, 𝒳 and 🎓 as Oracle's character set UTF8 and Java's modified UTF-8 write them. */
export const cesu8 = utf8Fault(
  'cesu-8',
  'A character beyond U+FFFF is written as two surrogates of three bytes each, CESU-8.',
  ['\xed\xa0\xbd\xed\xb8\x80', '\xed\xa0\xb5\xed\xb2\xb3', '\xed\xa0\xbc\xed\xbe\x93'],
);
