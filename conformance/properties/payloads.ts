import { DIALECTS, EVENT_TYPES, eventTypeId, type EventType } from '../../src/spec/index.ts';
import { good, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import type { TrialProperty } from '../property.ts';

function payloadOf(type: EventType): TrialProperty {
  const name = eventTypeId(type).split('/')[1]!;
  return {
    id: `payload-${name}`,
    level: 'must',
    depth: 'payload',
    statement: `The decoded event of ${name === 'request' ? 'a request' : name} is what was written.`,
    source: type.source === 'server' ? 'Server Events' : 'Browser Events',
    dialects: DIALECTS.filter((dialect) => type[dialect]),
    trials: (dialect) =>
      logLine(dialect, [type]).map((line) => ({ steps: [log(dialect, [good(line, { about: ['event'] })])] })),
  };
}

/** One property for each event type of the format. */
export const payloads: readonly TrialProperty[] = EVENT_TYPES.map(payloadOf);
