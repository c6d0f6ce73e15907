import { integer } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

const ENCODES = '"event": "{';

/** A field of a database that is too short for it. */
export const payloadCut: LineFault = {
  scope: 'line',
  id: 'payload-cut',
  level: 'payload',
  wording: 'An encoded event is cut within.',
  verdict: 'reject',
  rule: 'event-json',
  break(line, random) {
    if (!line.text.includes(ENCODES) || !line.payload) return undefined;
    const event = String(line.fields!['event']);
    return line.with('event', event.slice(0, integer(random, 1, event.length - 1)));
  },
};
