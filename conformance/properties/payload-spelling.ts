import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import type { Json } from '../../src/line/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom } from '../inputs/log-line.ts';
import { reorder, spell, type Spelling } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

const spelling = fc.record<Spelling>({
  gap: fc.constantFrom('', ' ', '\t', '\n'),
  escaped: fc.constantFrom<Spelling['escaped'][]>('none', 'non-ascii', 'slashes', 'all', 'all, upper case'),
});

export const payloadSpelling: TrialProperty = {
  id: 'payload-spelling',
  level: 'must',
  depth: 'payload',
  statement: 'White space, escapes and the order of keys inside an encoded payload do not matter.',
  source: 'format: Browser events',
  trials: (dialect) =>
    fc
      .tuple(
        linesFrom(LOG_LIKE, dialect, ({ shape }) => shape.encoding === 'json' || shape.encoding === 'dumped'),
        spelling,
        fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
      )
      .map(([line, how, order]) => {
        const event = spell(reorder(line.record.event as Record<string, Json>, order), how);
        const text = dumps({ ...line.fields, event });
        return { steps: [log(dialect, [mustAccept(line, { about: ['event'], text })])] };
      }),
};
