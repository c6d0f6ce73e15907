import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** A payload that was left out. */
export const eventNull: LineFault = {
  scope: 'line',
  id: 'event-null',
  level: 'payload',
  wording: 'An event is null.',
  verdict: 'reject',
  rule: 'event-shape',
  break(line) {
    const encoding = line.shape?.encoding;
    return encoding === undefined || encoding === 'empty' ? undefined : ifFits(line.with('event', null), line.dialect);
  },
};
