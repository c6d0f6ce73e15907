import type { Json } from '../../../src/line/record.ts';
import { integer, pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** Fields that later versions of the platform write. */
const LATER: readonly (readonly [name: string, value: Json])[] = [
  ['accept_language', 'en-US,en;q=0.8'],
  ['referer', 'https://www.edx.org/'],
  ['context', { course_id: 'MITx/6.00x/2013_Spring', org_id: 'MITx', user_id: 9 }],
  ['nonInteraction', 1],
];

/** A log of a later version: whoever knows only this format passes over what it does not know. */
export const fieldUnknown: LineFault = {
  scope: 'line',
  id: 'field-unknown',
  level: 'fields',
  wording: 'A field that the format does not know is added.',
  verdict: 'accept',
  rule: null,
  break(line, random) {
    if (!line.fields) return undefined;
    const entries = Object.entries(line.fields);
    const place = integer(random, 1, entries.length);
    return ifFits(line.of(Object.fromEntries(entries.toSpliced(place, 0, [...pick(random, LATER)]))), line.dialect);
  },
};
