import { pick } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';
import { addToText } from '../free-text.ts';

/**
 * An operator that adds bytes to a line's username or agent which are no UTF-8 where ASCII stands around them.
 *
 * @param added what can be added
 */
export const utf8Fault = (id: string, wording: string, added: readonly string[]): LineFault => ({
  scope: 'line',
  id,
  level: 'bytes',
  wording,
  verdict: 'reject',
  rule: 'line-utf8',
  break: ({ text }, random) => addToText(text, random, pick(random, added)),
});
