import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The page does not allow null, and the platform writes nothing else when nothing is queued. */
export const queuestateOtherDialect = placeFault(
  {
    id: 'queuestate-other-dialect',
    wording: 'A correct_map entry says that nothing is queued as the other dialect does.',
    verdict: 'reject',
    rule: 'queue-state',
  },
  ofRule('queue-state'),
  (_queuestate, _random, { anyOf: allowsNull }) => (allowsNull ? { key: '', time: '' } : null),
);
