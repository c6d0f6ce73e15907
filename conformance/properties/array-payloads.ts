import fc from 'fast-check';
import { problemGraded } from '../../src/spec/events/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What a problem shows after a check, which readers like to take for objects or forms. */
const SHOWN = ['', '<p>"x" &amp; y</p>', '{}', '{"a": 1}', '[]', 'input_a=b', '\u6771'];
const values = { ...LOG_LIKE, text: fc.constantFrom(...SHOWN) };

export const arrayPayloads: TrialProperty = {
  id: 'array-payloads',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement: 'A payload that is an array stays one: a form’s text and what the problem shows, or null.',
  source: 'format: Browser events',
  dialects: ['current'],
  trials: (dialect) =>
    linesFrom(values, dialect, ({ name }) => name === problemGraded.name).map((line) => ({
      steps: [log(dialect, [mustAccept(line, { about: ['event'] })])],
    })),
};
