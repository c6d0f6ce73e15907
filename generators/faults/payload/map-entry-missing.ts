import { pick } from '../../../src/random/index.ts';
import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

/** An input that the grader passed over. */
export const mapEntryMissing = payloadFault(
  {
    id: 'map-entry-missing',
    wording: 'A correct_map has no entry for one of the inputs.',
    verdict: 'reject',
    rule: 'answer-keys',
  },
  saveProblemCheck,
  (check, random) => {
    delete check.correct_map[pick(random, Object.keys(check.correct_map))];
    return check;
  },
);
