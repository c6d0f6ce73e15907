import fc from 'fast-check';
import {
  problemCheckFail,
  problemChecked,
  saveProblemCheck,
  saveProblemCheckFail,
  saveProblemFail,
  saveProblemSuccess,
  resetProblem,
  resetProblemFail,
} from '../../src/spec/events/index.ts';
import type { KnownEventType } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const names = new Set(
  [
    saveProblemCheck,
    saveProblemCheckFail,
    saveProblemFail,
    resetProblem,
    resetProblemFail,
    problemChecked,
    problemCheckFail,
    saveProblemSuccess,
  ].map(({ name }) => name),
);
const hasAnswers = ({ source, name }: KnownEventType) => source === 'server' && names.has(name);
const values = { ...LOG_LIKE, text: fc.constantFrom('', 'a', '0', 'null', '<p>"x"</p>', '[]', '{"a": 1}', '\u00e9') };

export const problemState: TrialProperty = {
  id: 'problem-state',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement: 'correct_map, state and answers arrive exact: nulls kept, empty maps kept, lists in order.',
  source: 'format: Server events',
  trials: (dialect) =>
    linesFrom(values, dialect, hasAnswers).map((line) => ({
      steps: [log(dialect, [mustAccept(line, { about: ['event'] })])],
    })),
};
