import { pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { textFields } from './text-fields.ts';

/** A table's empty cell, after a round trip through a database. */
export const fieldNull: LineFault = {
  scope: 'line',
  id: 'field-null',
  level: 'fields',
  wording: 'A field that holds text is null.',
  verdict: 'reject',
  rule: 'field-type',
  break(line, random) {
    const names = textFields(line);
    return names.length === 0 ? undefined : ifFits(line.with(pick(random, names), null), line.dialect);
  },
};
