import { nonJson } from '../inputs/broken-line.ts';
import { mustReject, log } from '../inputs/compose.ts';

import type { TrialProperty } from './property.ts';

export const refusesNonJson: TrialProperty = {
  id: 'refuses-non-json',
  level: 'must',
  depth: 'lines',
  statement: 'A line that is no JSON text is refused.',
  source: 'format: A line',
  trials: (dialect) => nonJson(dialect).map((line) => ({ steps: [log(dialect, [mustReject(line)])] })),
};
