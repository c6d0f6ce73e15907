import { isFormEncoded } from '../../../src/spec/index.ts';
import { formFault } from './form-fault.ts';

/** A script that joins the inputs without encoding them. */
export const formNotEncoded = formFault(
  {
    id: 'form-not-encoded',
    wording: 'A form’s text is not encoded: spaces, brackets, letters of any script as they are.',
    verdict: 'reject',
    rule: 'event-form',
  },
  (form) => {
    const text = decodeURIComponent(form.replaceAll('+', ' '));
    return isFormEncoded(text) ? undefined : text;
  },
);
