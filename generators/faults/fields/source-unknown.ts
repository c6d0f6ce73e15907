import { pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

/** Sources that later versions of the platform know. */
export const sourceUnknown = fieldFault(
  {
    id: 'source-unknown',
    wording: 'An event_source is neither browser nor server.',
    verdict: 'reject',
    rule: 'event-source',
  },
  'event_source',
  (_, random) => pick(random, ['mobile', 'task']),
);
