import { DIALECTS, EVENT_TYPES, type EventType } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import type { TrialProperty } from './property.ts';

/** Names of browser events: where a server event has one too, its property says that it is the server's. */
const BROWSERS = new Set(EVENT_TYPES.flatMap(({ source, name }) => (source === 'browser' ? [name] : [])));

/** The id of the property about an event type's payload. */
export const payloadProperty = ({ source, name }: EventType): string =>
  `payload-${source === 'server' && BROWSERS.has(name) ? 'server_' : ''}${name.replaceAll(/[:.]/g, '_')}`;

function payloadOf(type: EventType): TrialProperty {
  return {
    id: payloadProperty(type),
    level: 'must',
    depth: 'payload',
    statement: type.names
      ? `Where event_type is ${type.names.expected}, the decoded event is what was written.`
      : `The decoded event of ${type.name} is what was written.`,
    source: type.source === 'server' ? 'format: Server events' : 'format: Browser events',
    dialects: DIALECTS.filter((dialect) => type[dialect]),
    trials: (dialect) =>
      logLine(dialect, [type]).map((line) => ({ steps: [log(dialect, [mustAccept(line, { about: ['event'] })])] })),
  };
}

/** One property for each event type of the format. */
export const payloads: readonly TrialProperty[] = EVENT_TYPES.map(payloadOf);
