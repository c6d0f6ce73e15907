import { pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { textFields } from './text-fields.ts';

/** A converter that guesses types, or a header that came twice and became a list. */
export const fieldType: LineFault = {
  scope: 'line',
  id: 'field-type',
  level: 'fields',
  wording: 'A field that holds text is a list, an object, a number or true.',
  verdict: 'reject',
  rule: 'field-type',
  break(line, random) {
    const names = textFields(line);
    if (names.length === 0) return undefined;
    const name = pick(random, names);
    const value = line.fields![name]!;
    return ifFits(line.with(name, pick(random, [[value], { [name]: value }, 0, true])), line.dialect);
  },
};
