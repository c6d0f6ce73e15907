import { decodeForm } from '../../../src/line/form.ts';
import { formFault } from './form-fault.ts';

/** A script that encodes its inputs as every other event is. */
export const formJson = formFault(
  {
    id: 'form-json',
    wording: 'A form’s inputs are encoded as JSON.',
    verdict: 'reject',
    rule: 'event-form',
  },
  (form) => JSON.stringify(decodeForm(form)),
);
