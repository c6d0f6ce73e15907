import type { LineFault } from '../fault.ts';
import { BYTE_ORDER_MARK } from './byte-order-mark.ts';

/** Files put together, of which a later one started with the mark. */
export const bomInside: LineFault = {
  scope: 'line',
  id: 'bom-inside',
  level: 'bytes',
  wording: 'A line inside a file starts with a UTF-8 byte order mark.',
  verdict: 'either',
  rule: 'line-json',
  break: ({ text }, _random, near) => (near.number > 1 ? BYTE_ORDER_MARK + text : undefined),
};
