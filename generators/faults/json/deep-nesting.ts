import type { LineFault } from '../fault.ts';
import { deepArrays } from './deep-arrays.ts';

/** Attacks on readers that call themselves for each level. An event that is to be empty would break another rule. */
export const deepNesting: LineFault = {
  scope: 'line',
  id: 'deep-nesting',
  level: 'json',
  wording: 'An event is arrays within arrays, thousands deep.',
  verdict: 'reject',
  rule: 'event-shape',
  break(line, random) {
    const encoding = line.shape?.encoding;
    return encoding === undefined || encoding === 'empty' ? undefined : line.withRaw('event', deepArrays(random));
  },
};
