import { pick } from '../../../src/base/random/index.ts';
import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

/** An input that the grader passed over; a deployed check may well hold answers that nothing marks. Success stays what the entries say that are left. */
export const mapEntryMissing = payloadFault(
  {
    id: 'map-entry-missing',
    wording: 'A correct_map has no entry for one of the inputs.',
    verdict: 'reject',
    rule: 'answer-keys',
    dialects: ['documented'],
  },
  saveProblemCheck,
  ({ correct_map: map, ...check }, random) => {
    const wrong = Object.keys(map).filter((key) => map[key]!.correctness !== 'correct');
    const removable = Object.keys(map).filter((key) => wrong.length !== 1 || key !== wrong[0]);
    if (removable.length === 0) return undefined;
    const { [pick(random, removable)]: _, ...others } = map;
    return { ...check, correct_map: others };
  },
);
