import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const EMPTY = /"event": ""/;

/** Some scripts send an empty object where others send nothing. */
export const eventNotEmpty: LineFault = {
  scope: 'line',
  id: 'event-not-empty',
  level: 'payload',
  wording: 'An event that is to be empty holds an empty object.',
  verdict: 'reject',
  rule: 'event-empty',
  break(line) {
    return EMPTY.test(line.text) && line.shape?.encoding === 'empty'
      ? ifFits(line.with('event', '{}'), line.dialect)
      : undefined;
  },
};
