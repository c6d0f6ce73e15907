import { dumps } from '../../../src/line/dumps.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const OBJECT = '"event": {';

/** The page’s "string/json" allows it. */
export const eventAsText: LineFault = {
  scope: 'line',
  id: 'event-as-text',
  level: 'payload',
  wording: 'A server’s event is a string that encodes the object.',
  verdict: 'accept',
  rule: null,
  break(line) {
    if (!line.text.includes(OBJECT) || line.shape?.encoding !== 'object') return undefined;
    return ifFits(line.with('event', dumps(line.payload!)), line.dialect);
  },
};
