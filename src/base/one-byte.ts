const IS_LATIN1 = /^[\0-\xff]*$/;

/**
 * The same text, kept by the engine in one byte a character where that is enough. What is cut from a text of two bytes a character
 * stays in two, whatever it holds, and one such piece makes a whole block of lines so: twice the work to copy it.
 */
export const oneByte = (text: string): string =>
  IS_LATIN1.test(text) ? Buffer.from(text, 'latin1').toString('latin1') : text;
