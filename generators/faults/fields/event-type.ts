/** Event types and sources that do not exist, or do not go together. */
import { pick } from '../../../src/base/random/index.ts';
import { EVENT_SOURCES, eventTypeOf, eventTypesOf, type EventSource } from '../../../src/spec/index.ts';
import { fieldFaults } from './field-fault.ts';

const LATER = ['load_video', 'seek_video', 'problem_graded', 'edx.course.enrollment.activated'];
const EARLIER = ['save_problem_check', 'oe_hide_problem', 'rubric_select', 'accordion'];

export const eventTypeFaults = [
  ...fieldFaults('event_source', 'event-source', [
    {
      // A browser event that says that it is of the server, or the other way round.
      id: 'source-other',
      wording: 'An event_source is not that of the event_type.',
      rule: 'event-type',
      change(source, _, { dialect, fields }) {
        const type = fields!['event_type'] as string;
        return EVENT_SOURCES.find((other) => other !== source && !eventTypeOf(dialect, other, type));
      },
    },
    {
      // Sources that later versions of the platform know.
      id: 'source-unknown',
      wording: 'An event_source is neither browser nor server.',
      change: (_, random) => pick(random, ['mobile', 'task']),
    },
  ]),
  ...fieldFaults('event_type', 'event-type', [
    {
      // The browser's problem_check and the server's save_problem_check are mixed up easily.
      id: 'type-other-source',
      wording: 'An event_type is one of the other source.',
      change(_, random, { dialect, fields }) {
        const source = fields!['event_source'] as EventSource;
        const types = eventTypesOf(dialect).map(({ name, names }) => names?.examples[0] ?? name);
        return pick(
          random,
          types.filter((type) => !eventTypeOf(dialect, source, type)),
        );
      },
    },
    {
      // Event types that other versions of the platform know.
      id: 'type-unknown',
      wording: 'An event_type is one that the format does not know.',
      change: (_, random, { dialect }) => pick(random, dialect === 'current' ? EARLIER : LATER),
    },
  ]),
];
