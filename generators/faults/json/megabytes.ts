import { integer } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

const MEBIBYTE = 2 ** 20;

/**
 * Readers with a buffer of some size. A documented line may be as long as it likes, and spaces between its parts mean nothing
 * (RFC 8259, section 2).
 */
export const megabytes: LineFault = {
  scope: 'line',
  id: 'megabytes',
  level: 'json',
  wording: 'A line is several megabytes long, by spaces between its parts.',
  verdict: 'accept',
  rule: null,
  onlyNamed: true,
  dialects: ['documented'],
  break: ({ text }, random) => text.replace('{', `{${' '.repeat(integer(random, 2 * MEBIBYTE, 4 * MEBIBYTE))}`),
};
