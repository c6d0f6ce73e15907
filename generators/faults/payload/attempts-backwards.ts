import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

/** Two servers, one of which has an old copy of the problem’s state. In deployed logs staff may have set attempts back. */
export const attemptsBackwards = payloadFault(
  {
    id: 'attempts-backwards',
    wording: 'A check counts as the first attempt, though its state holds marks of one before.',
    verdict: 'reject',
    rule: 'attempts-state',
    dialects: ['documented'],
  },
  saveProblemCheck,
  (check) => (Object.keys(check.state.correct_map).length > 0 ? { ...check, attempts: 1 } : undefined),
);
