import { dumps } from '../../../src/line/dumps.ts';
import type { LineFault } from '../fault.ts';

/** Exports that name the columns once, in another place. */
export const arrayLine: LineFault = {
  scope: 'line',
  id: 'array-line',
  level: 'json',
  wording: 'An array of its values stands in place of the object.',
  verdict: 'reject',
  rule: 'line-object',
  break: ({ fields }) => fields && dumps(Object.values(fields)),
};
