import { pick } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';
import { placesIn, type Node } from './places.ts';
import { fitPayload } from './fit-payload.ts';

/** A page's script that does not send it yet, or no longer. */
export const payloadMissing: LineFault = {
  scope: 'line',
  id: 'payload-missing',
  level: 'payload',
  wording: 'A part of a payload is missing.',
  verdict: 'reject',
  rule: 'payload-missing',
  break(line, random) {
    const { payload } = line;
    if (!payload) return undefined;
    const places = [...placesIn(line.shape!.payload as Node, payload)].filter(({ required }) => required);
    if (places.length === 0) return undefined;
    const { holder, key } = pick(random, places);
    delete holder[key];
    return fitPayload(line, payload);
  },
};
