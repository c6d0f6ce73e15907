import type { LineFault } from '../fault.ts';
import { BYTE_ORDER_MARK } from './byte-order-mark.ts';

/** Editors of Windows. A JSON text must not start with the mark; who reads it may pass over it (RFC 8259, section 8.1). */
export const bomFirst: LineFault = {
  scope: 'line',
  id: 'bom-first',
  level: 'bytes',
  wording: 'A file starts with a UTF-8 byte order mark.',
  verdict: 'either',
  rule: 'line-json',
  break: ({ text }, _random, near) => (near.number === 1 ? BYTE_ORDER_MARK + text : undefined),
};
