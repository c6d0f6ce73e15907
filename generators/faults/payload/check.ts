/** Checks whose parts contradict each other. */
import { pick } from '../../../src/base/random/index.ts';
import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { EARLY_DIALECTS } from '../../../src/spec/index.ts';
import { payloadFaults } from './payload-fault.ts';

export const checkFaults = payloadFaults(saveProblemCheck, 'answer-keys', [
  {
    // A checkbox that nobody ticked: browsers do not send it, and the deployed platform logs what was sent.
    id: 'answer-missing',
    wording: 'A check has a mark for an input that has no answer.',
    dialects: ['documented'],
    change(check, random) {
      delete check.answers[pick(random, Object.keys(check.answers))];
      return check;
    },
  },
  {
    // An input that the grader passed over; a deployed check may well hold answers that nothing marks. Success stays what the
    // entries say that are left.
    id: 'map-entry-missing',
    wording: 'A correct_map has no entry for one of the inputs.',
    dialects: ['documented'],
    change({ correct_map: map, ...check }, random) {
      const wrong = Object.keys(map).filter((key) => map[key]!.correctness !== 'correct');
      const removable = Object.keys(map).filter((key) => wrong.length !== 1 || key !== wrong[0]);
      if (removable.length === 0) return undefined;
      const { [pick(random, removable)]: _, ...others } = map;
      return { ...check, correct_map: others };
    },
  },
  {
    // Two servers, one of which has an old copy of the problem's state. In deployed logs staff may have set attempts back.
    id: 'attempts-backwards',
    wording: 'A check counts as the first attempt, though its state holds marks of one before.',
    rule: 'attempts-state',
    dialects: ['documented'],
    change: (check) => (Object.keys(check.state.correct_map).length > 0 ? { ...check, attempts: 1 } : undefined),
  },
  {
    // A check that was marked twice, and stored in between.
    id: 'success-contradicts',
    wording: 'A check’s success is not what its correct_map says.',
    dialects: EARLY_DIALECTS,
    rule: 'success-map',
    change: (check) => ({ ...check, success: check.success === 'correct' ? 'incorrect' : 'correct' }),
  },
]);
