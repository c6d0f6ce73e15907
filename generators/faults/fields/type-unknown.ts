import { pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

/** Event types that later versions of the platform know. */
export const typeUnknown = fieldFault(
  {
    id: 'type-unknown',
    wording: 'An event_type is one that the format does not know.',
    verdict: 'reject',
    rule: 'event-type',
  },
  'event_type',
  (_, random) => pick(random, ['load_video', 'seek_video', 'problem_graded', 'edx.course.enrollment.activated']),
);
