import { integer } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

/** Databases and languages whose objects have an order of their own. An object is unordered (RFC 8259, section 1). */
export const keysReordered: LineFault = {
  scope: 'line',
  id: 'keys-reordered',
  level: 'json',
  wording: 'The fields of a line stand in another order.',
  verdict: 'accept',
  rule: null,
  break(line, random) {
    if (!line.fields) return undefined;
    const fields = Object.entries(line.fields);
    const first = integer(random, 1, fields.length - 1);
    return line.of(Object.fromEntries([...fields.slice(first), ...fields.slice(0, first)]));
  },
};
