import { dumps } from '../../../src/line/dumps.ts';
import type { LineFault } from '../fault.ts';

/** A program that encodes what is encoded already. Only an event that is JSON by its type shows it for sure. */
export const eventEncodedTwice: LineFault = {
  scope: 'line',
  id: 'event-encoded-twice',
  level: 'json',
  wording: 'An event is encoded once too often: a string that encodes a string.',
  verdict: 'reject',
  rule: 'event-json',
  break(line) {
    const encoding = line.shape?.encoding;
    if (encoding !== 'json' && encoding !== 'object') return undefined;
    const event = line.fields!['event']!;
    return line.with('event', dumps(typeof event === 'string' ? event : dumps(event)));
  },
};
