import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

/** A check that was marked twice, and stored in between. */
export const successContradicts = payloadFault(
  {
    id: 'success-contradicts',
    wording: 'A check’s success is not what its correct_map says.',
    verdict: 'reject',
    rule: 'success-map',
  },
  saveProblemCheck,
  (check) => ({ ...check, success: check.success === 'correct' ? 'incorrect' : 'correct' }),
);
