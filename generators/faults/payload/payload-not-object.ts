import { pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** What JSON.stringify makes of a variable that is not what the script took it for. */
export const payloadNotObject: LineFault = {
  scope: 'line',
  id: 'payload-not-object',
  level: 'payload',
  wording: 'An event encodes no object: a list, a number, null, the word undefined.',
  verdict: 'reject',
  rule: 'event-json',
  break(line, random) {
    return line.payload
      ? ifFits(line.with('event', pick(random, ['[]', '0', 'null', 'undefined'])), line.dialect)
      : undefined;
  },
};
