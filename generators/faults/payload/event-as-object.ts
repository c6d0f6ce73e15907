import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const ENCODES = '"event": "{';

/** A tool that decodes what it finds encoded. */
export const eventAsObject: LineFault = {
  scope: 'line',
  id: 'event-as-object',
  level: 'payload',
  wording: 'A browser’s event is the object itself, not a string that encodes it.',
  verdict: 'reject',
  rule: 'event-shape',
  break(line) {
    const encodes = line.text.includes(ENCODES);
    const payload = encodes ? line.payload : undefined;
    return payload && line.shape?.encoding !== 'object' ? ifFits(line.with('event', payload), line.dialect) : undefined;
  },
};
