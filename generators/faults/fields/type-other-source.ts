import { pick } from '../../../src/base/random/index.ts';
import { eventTypeOf, eventTypesOf, type EventSource } from '../../../src/spec/index.ts';
import { fieldFault } from './field-fault.ts';

/** The browser's problem_check and the server's save_problem_check are mixed up easily. */
export const typeOtherSource = fieldFault(
  {
    id: 'type-other-source',
    wording: 'An event_type is one of the other source.',
    verdict: 'reject',
    rule: 'event-type',
  },
  'event_type',
  (_, random, { dialect, fields }) => {
    const source = fields!['event_source'] as EventSource;
    const types = eventTypesOf(dialect).map(({ name, names }) => names?.examples[0] ?? name);
    return pick(
      random,
      types.filter((type) => !eventTypeOf(dialect, source, type)),
    );
  },
);
