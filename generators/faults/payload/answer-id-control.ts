import { integer, pick } from '../../../src/random/index.ts';
import { saveProblemCheck } from '../../../src/spec/events/index.ts';
import { payloadFault } from './payload-fault.ts';

const CONTROLS = ['\0', '\x01', '\b', '\t', '\n', '\x1b', '\x1f', '\x7f'];

/** Scripts of the browser's, and records of the database, that were damaged: the id is the same wherever the check has it. */
export const answerIdControl = payloadFault(
  {
    id: 'answer-id-control',
    wording: 'An answer id of a check has a control character in it.',
    verdict: 'reject',
    rule: 'answer-id',
  },
  saveProblemCheck,
  ({ correct_map: map, answers, state, ...check }, random) => {
    const ids = Object.keys(map);
    if (ids.length === 0) return undefined;
    const id = pick(random, ids);
    const at = integer(random, 0, id.length);
    const corrupt = id.slice(0, at) + pick(random, CONTROLS) + id.slice(at);
    const renamed = (of: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(of).map(([key, value]) => [key === id ? corrupt : key, value]));
    return {
      ...check,
      correct_map: renamed(map),
      answers: renamed(answers),
      state: { ...state, student_answers: renamed(state.student_answers), correct_map: renamed(state.correct_map) },
    };
  },
);
