import { request } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const pageNull: TrialProperty = {
  id: 'page-null',
  level: 'must',
  depth: 'fields',
  about: '/page',
  statement: 'The page of an event that has none is null.',
  source: 'format: Common fields, deployed',
  dialects: ['deployed', 'current'],
  trials: (dialect) =>
    logLine(dialect, [request]).map((line) => ({ steps: [log(dialect, [mustAccept(line, { about: ['fields'] })])] })),
};
