import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { longRequest } from './long-request.ts';

/** Versions of the platform with another limit. */
export const requestUncut: LineFault = {
  scope: 'line',
  id: 'request-uncut',
  level: 'payload',
  wording: 'A request’s event is longer than 512 characters.',
  verdict: 'reject',
  rule: 'event-cut',
  dialects: ['deployed'],
  break(line, random) {
    const event = longRequest(line, random);
    return event && ifFits(line.with('event', event), line.dialect);
  },
};
