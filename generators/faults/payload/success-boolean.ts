import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** As the code that marks has it. */
export const successBoolean = placeFault(
  {
    id: 'success-boolean',
    wording: 'A check’s success is true or false.',
    verdict: 'reject',
    rule: 'success',
  },
  ofRule('success'),
  (success) => success === 'correct',
);
