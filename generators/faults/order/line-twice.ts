import type { LineFault } from '../fault.ts';

/** A shipper that sends again what was not acknowledged. */
export const lineTwice: LineFault = {
  scope: 'line',
  id: 'line-twice',
  level: 'order',
  wording: 'A line stands twice, the copy right behind it.',
  verdict: 'either',
  rule: 'line-repeated',
  adds: 'after',
  break: ({ text, fields }) => (fields ? text : undefined),
};
