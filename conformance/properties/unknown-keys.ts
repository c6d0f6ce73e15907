import fc from 'fast-check';
import type { Json } from '../../src/line/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

/** Keys of later years' logs, keys that resemble the format's own, and keys that some languages' objects have. */
const UNKNOWN = [
  'context',
  'user_id',
  'name',
  'Username',
  'USERNAME',
  'username ',
  'events',
  'x',
  '',
  'a.b',
  '__proto__',
  'constructor',
  '0',
];
const KNOWN_TODAY: ReadonlySet<string> = new Set(['context', 'name']);

export const unknownKeys: TrialProperty = {
  id: 'unknown-keys',
  level: 'must',
  depth: 'fields',
  statement: 'Keys that the format does not name do not disturb those that it names.',
  source: 'protocol: The record at level payload',
  trials: (dialect) =>
    fc
      .tuple(
        logLine(dialect),
        fc.constantFrom(...UNKNOWN.filter((key) => !KNOWN_TODAY.has(key) || dialect !== 'current')),
        fc.jsonValue({ maxDepth: 2, noUnicodeString: true }),
        fc.nat(9),
      )
      .map(([line, key, value, position]) => {
        const entries = Object.entries(line.fields);
        const fields = Object.fromEntries(entries.toSpliced(position % (entries.length + 1), 0, [key, value as Json]));
        const text = spell(fields, PLAIN);
        return {
          steps: [
            log(dialect, [mustAccept(line, { text, about: ['fields'] }), mustAccept(line, { about: ['fields'] })]),
          ],
        };
      }),
};
