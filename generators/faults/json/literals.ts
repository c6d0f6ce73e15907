/** Numbers, and the words true, false and null, as other notations write them. */
import { pick } from '../../../src/base/random/index.ts';
import { tokenFaults } from './token-fault.ts';

const PYTHON = { true: 'True', false: 'False', null: 'None' };

export const literalFaults = tokenFaults([
  // SQL and bc write fractions so.
  { id: 'bare-fraction', wording: 'A number starts with its point: .5.', one: ['number'], write: () => '.5' },
  {
    // Numbers of fixed width, as printf writes them.
    id: 'leading-zero',
    wording: 'A number starts with a zero that it does not need: 01.',
    one: ['number'],
    write: (token) => token.replace(/\d/, '0$&'),
  },
  {
    // Printf again, and spreadsheets.
    id: 'plus-sign',
    wording: 'A number has a plus sign: +1.',
    one: ['number'],
    write: (token) => token.replace(/^-?/, '+'),
  },
  // Python's json.dumps writes both unless it is told not to.
  { id: 'nan', wording: 'A number is NaN.', one: ['number'], write: () => 'NaN' },
  {
    id: 'infinity',
    wording: 'A number is Infinity or -Infinity.',
    one: ['number'],
    write: (_token, random) => pick(random, ['Infinity', '-Infinity']),
  },
  {
    // Python writes a dict so that is printed, not dumped.
    id: 'python-literals',
    wording: 'Literals are written as in Python: True, False, None.',
    each: ['word'],
    write: (token) => PYTHON[token as keyof typeof PYTHON],
  },
]);
