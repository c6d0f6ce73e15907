import { integer } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

/** A username that is all digits, after a tool that guesses types. */
export const usernameNumber = fieldFault(
  {
    id: 'username-number',
    wording: 'A username is a number.',
    verdict: 'reject',
    rule: 'field-type',
  },
  'username',
  (_, random) => integer(random, 1, 999_999),
);
