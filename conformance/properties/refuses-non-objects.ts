import { nonObject } from '../inputs/broken-line.ts';
import { mustReject, log } from '../inputs/compose.ts';

import type { TrialProperty } from './property.ts';

export const refusesNonObjects: TrialProperty = {
  id: 'refuses-non-objects',
  level: 'must',
  depth: 'lines',
  statement: 'A line of JSON that is no object is refused.',
  source: 'format: A line',
  trials: (dialect) => nonObject(dialect).map((line) => ({ steps: [log(dialect, [mustReject(line)])] })),
};
