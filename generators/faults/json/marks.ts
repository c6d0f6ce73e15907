/** Commas, colons and braces that are missing or too many, and comments between them. */
import { chance, pick } from '../../../src/base/random/index.ts';
import { ifUnreadable } from '../ensure.ts';
import { lineFaults } from '../fault.ts';
import { tokenFaults } from './token-fault.ts';
import { rewriteOne } from './tokens.ts';

export const markFaults = [
  // Lines put together by hand or by a template, and writers that stop early.
  ...tokenFaults([
    { id: 'comma-missing', wording: 'A comma between two parts is missing.', one: [','], write: () => '' },
    { id: 'comma-doubled', wording: 'A comma stands twice.', one: [','], write: () => ',,' },
    // Allowed by JavaScript and Python, and by JSON5; templates write a comma after every part.
    { id: 'comma-last', wording: 'The last part of an object is followed by a comma.', one: ['}'], write: () => ',}' },
    { id: 'colon-missing', wording: 'A colon between a key and its value is missing.', one: [':'], write: () => '' },
    { id: 'colon-doubled', wording: 'A colon stands twice.', one: [':'], write: () => '::' },
    { id: 'brace-missing', wording: 'An object is not closed: its brace is missing.', one: ['}'], write: () => '' },
  ]),
  ...lineFaults({ level: 'json', verdict: 'reject', rule: 'line-json' }, [
    {
      // Files that people have looked through and noted something in.
      id: 'comment',
      wording: 'A comment stands between two parts of a line, or at its end.',
      break(line, random) {
        const text = chance(random, 0.5)
          ? `${line.text} ${pick(random, ['//', '#'])} checked`
          : rewriteOne(line, random, ['{', ':', ','], (mark) => `${mark} /* checked */`);
        return ifUnreadable(text, line.dialect);
      },
    },
  ]),
];
