import { REQUEST_CUT } from '../../../src/spec/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { longRequest } from './long-request.ts';

/** A post in the forum, or a long answer: the platform keeps the first 512 characters, and what is left is no JSON. */
export const requestCut: LineFault = {
  scope: 'line',
  id: 'request-cut',
  level: 'payload',
  wording: 'A request’s event is cut at 512 characters.',
  verdict: 'either',
  rule: null,
  dialects: ['deployed'],
  break(line, random) {
    const event = longRequest(line, random);
    return event && ifFits(line.with('event', event.slice(0, REQUEST_CUT)), line.dialect);
  },
};
