import { pick } from '../../../src/base/random/index.ts';
import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

/** A checkbox that nobody ticked: browsers do not send it, and the deployed platform logs what was sent. */
export const answerMissing = payloadFault(
  {
    id: 'answer-missing',
    wording: 'A check has a mark for an input that has no answer.',
    verdict: 'reject',
    rule: 'answer-keys',
    dialects: ['documented'],
  },
  saveProblemCheck,
  (check, random) => {
    delete check.answers[pick(random, Object.keys(check.answers))];
    return check;
  },
);
