import { pick } from '../../../src/base/random/index.ts';
import { formFault } from './form-fault.ts';

/** A text that was cut within an escape, JavaScript’s escape() in place of encodeURIComponent(), or Latin-1. */
export const formBadEscape = formFault(
  {
    id: 'form-bad-escape',
    wording: 'A form ends with a percent escape that is none.',
    verdict: 'reject',
    rule: 'event-form',
  },
  (form, random) => form + pick(random, ['%', '%C3', '%E9', '%u00e9']),
);
