import type { LineFault } from '../fault.ts';
import { deepArrays } from './deep-arrays.ts';

/** As deep-nesting, where even a reader that passes over the event meets it. */
export const deepLine: LineFault = {
  scope: 'line',
  id: 'deep-line',
  level: 'json',
  wording: 'A line is arrays within arrays, thousands deep.',
  verdict: 'reject',
  rule: 'line-object',
  break: (_line, random) => deepArrays(random),
};
