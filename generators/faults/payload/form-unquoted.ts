import type { LineFault } from '../fault.ts';

const QUOTED = '"event": "\\"';

/** A form as the page describes it; the deployed platform writes a JSON string. */
export const formUnquoted: LineFault = {
  scope: 'line',
  id: 'form-unquoted',
  level: 'payload',
  wording: 'A form lacks its quotes.',
  verdict: 'reject',
  rule: 'event-form',
  dialects: ['deployed'],
  break(line) {
    if (!line.text.includes(QUOTED) || line.shape?.encoding !== 'form-literal') return undefined;
    return line.with('event', String(line.fields!['event']).slice(1, -1));
  },
};
