import { integer } from '../../../src/random/index.ts';
import type { LineFault } from '../fault.ts';

/** Another writer, or a dictionary of Python 2, whose order is that of its hashes. No reader may depend on it. */
export const fieldReorder: LineFault = {
  scope: 'line',
  id: 'field-order',
  level: 'fields',
  wording: 'The fields stand in another order.',
  verdict: 'accept',
  rule: null,
  break(line, random) {
    if (!line.fields) return undefined;
    const entries = Object.entries(line.fields);
    const first = integer(random, 1, entries.length - 1);
    return line.of(Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)]));
  },
};
