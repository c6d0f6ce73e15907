import type { Json } from '../../../src/line/record.ts';
import { pick } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';
import { fitPayload } from './fit-payload.ts';

/** Keys that later versions of the platform write. */
const LATER: readonly (readonly [name: string, value: Json])[] = [
  ['duration', 181.5],
  ['grade', 1],
  ['max_grade', 1],
  ['submission', {}],
];

/** A log of a later version: whoever knows only this format passes over what it does not know. */
export const payloadUnknown: LineFault = {
  scope: 'line',
  id: 'payload-unknown',
  level: 'payload',
  wording: 'A key that the format does not know is added to a payload.',
  verdict: 'accept',
  rule: null,
  break(line, random) {
    const { payload } = line;
    if (!payload) return undefined;
    const [name, value] = pick(random, LATER);
    return fitPayload(line, { ...payload, [name]: value });
  },
};
