import { pick } from '../../../src/base/random/index.ts';
import type { FieldName } from '../../../src/spec/index.ts';
import type { LineFault } from '../fault.ts';

/** An older writer that did not know the field yet, or a filter that dropped it. Only session may be undefined. */
export const fieldMissing: LineFault = {
  scope: 'line',
  id: 'field-missing',
  level: 'fields',
  wording: 'A field is missing.',
  verdict: 'reject',
  rule: 'field-missing',
  break(line, random) {
    const names = Object.keys(line.fields ?? {}).filter((name) => name !== 'session');
    return names.length === 0 ? undefined : line.without(pick(random, names) as FieldName);
  },
};
