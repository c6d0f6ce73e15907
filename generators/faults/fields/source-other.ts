import { EVENT_SOURCES } from '../../../src/spec/index.ts';
import { fieldFault } from './field-fault.ts';

/** A browser event that says that it is of the server, or the other way round. */
export const sourceOther = fieldFault(
  {
    id: 'source-other',
    wording: 'An event_source is not that of the event_type.',
    verdict: 'reject',
    rule: 'event-type',
  },
  'event_source',
  (source) => EVENT_SOURCES.find((other) => other !== source),
);
