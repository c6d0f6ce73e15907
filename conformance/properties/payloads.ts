import { EARLY_DIALECTS, EVENT_TYPES, type EventType } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import type { TrialProperty } from './property.ts';

/** The id of the property about an event type's payload. */
export const payloadProperty = ({ name }: EventType): string => `payload-${name.replaceAll(':', '_')}`;

function payloadOf(type: EventType): TrialProperty {
  return {
    id: payloadProperty(type),
    level: 'must',
    depth: 'payload',
    statement: type.names
      ? `Where event_type is ${type.names.expected}, the decoded event is what was written.`
      : `The decoded event of ${type.name} is what was written.`,
    source: type.source === 'server' ? 'format: Server events' : 'format: Browser events',
    dialects: EARLY_DIALECTS.filter((dialect) => type[dialect]),
    trials: (dialect) =>
      logLine(dialect, [type]).map((line) => ({ steps: [log(dialect, [mustAccept(line, { about: ['event'] })])] })),
  };
}

/** One property for each event type of the dialects that the kit knows. */
export const payloads: readonly TrialProperty[] = EVENT_TYPES.filter((type) =>
  EARLY_DIALECTS.some((dialect) => type[dialect]),
).map(payloadOf);
