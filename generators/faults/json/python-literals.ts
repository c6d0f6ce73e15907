import { tokenFault } from './token-fault.ts';

const PYTHON = { true: 'True', false: 'False', null: 'None' };

/** Python writes a dict so that is printed, not dumped. */
export const pythonLiterals = tokenFault({
  id: 'python-literals',
  wording: 'Literals are written as in Python: True, False, None.',
  each: ['word'],
  write: (token) => PYTHON[token as keyof typeof PYTHON],
});
