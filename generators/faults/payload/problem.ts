/** Values in events of problems: what a check, a reset or an entry of correct_map tells. */
import { pick } from '../../../src/base/random/index.ts';
import { EARLY_DIALECTS } from '../../../src/spec/index.ts';
import { valueFaults, type IsKind } from './value-fault.ts';

const isPoints: IsKind = (_, key) => key === 'npoints';

export const problemFaults = [
  ...valueFaults('attempts', [
    {
      // A writer that counts the checks before this one.
      id: 'attempts-zero',
      wording: 'A check’s attempts is 0.',
      change: () => 0,
    },
  ]),
  ...valueFaults('correctness', [
    {
      // The deployed platform writes the first where an author's own grader did not say; later versions know the second.
      id: 'correctness-unknown',
      wording: 'A correct_map entry has an unknown correctness.',
      dialects: ['documented'],
      change: (_, random) => pick(random, ['unknown', 'partially-correct', 'Correct', '']),
    },
  ]),
  ...valueFaults('payload-value', [
    {
      // A refusal of a later version.
      id: 'failure-unknown',
      wording: 'A refused check or reset has an unknown reason.',
      dialects: ['deployed'],
      change: () => 'late',
    },
  ]),
  ...valueFaults('hintmode', [
    {
      // The two dialects differ here: each takes what the other does not.
      id: 'hintmode-unknown',
      wording: 'A correct_map entry has an unknown hintmode.',
      change: (_, random) => pick(random, ['never', 1]),
    },
  ]),
  ...valueFaults('location', [
    {
      // The id as the page knows it.
      id: 'location-html',
      wording: 'A location is in its html form.',
      dialects: EARLY_DIALECTS,
      change: (location) =>
        String(location)
          .replace('://', '-')
          .replaceAll('/', '-')
          .replace(/[^\w-]/g, '_'),
    },
  ]),
  ...valueFaults('payload-type', [
    {
      // Partial credit: external graders give it to the deployed platform, and later versions write it.
      id: 'npoints-fraction',
      wording: 'A correct_map entry has half a point.',
      dialects: ['documented'],
      of: isPoints,
      change: () => 0.5,
    },
    {
      // A database that gives numbers as text.
      id: 'npoints-text',
      wording: 'A correct_map entry has its points as text.',
      of: isPoints,
      change: (points) => String(points ?? 1),
    },
  ]),
  ...valueFaults('queue-state', [
    {
      // The page does not allow null, and the platform writes nothing else when nothing is queued.
      id: 'queuestate-other-dialect',
      wording: 'A correct_map entry says that nothing is queued as the other dialect does.',
      change: (_queuestate, _random, { anyOf: allowsNull }) => (allowsNull ? { key: '', time: '' } : null),
    },
  ]),
  ...valueFaults('success', [
    {
      // As the code that marks has it.
      id: 'success-boolean',
      wording: 'A check’s success is true or false.',
      change: (success) => success === 'correct',
    },
  ]),
];
