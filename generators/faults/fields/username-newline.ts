import { fieldFault } from './field-fault.ts';

/** A check of names whose pattern ends in $ lets it pass in Python. The format does not forbid it. */
export const usernameNewline = fieldFault(
  {
    id: 'username-newline',
    wording: 'A username ends with a newline.',
    verdict: 'either',
    rule: null,
  },
  'username',
  (username) => (username === '' ? undefined : `${username}\n`),
);
