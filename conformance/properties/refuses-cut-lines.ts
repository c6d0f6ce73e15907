import { cutLine } from '../inputs/broken-line.ts';
import { mustReject, log } from '../inputs/compose.ts';

import type { TrialProperty } from './property.ts';

export const refusesCutLines: TrialProperty = {
  id: 'refuses-cut-lines',
  level: 'must',
  depth: 'lines',
  statement: 'A line that ends inside its JSON is refused.',
  source: 'format: A line',
  trials: (dialect) => cutLine(dialect).map((line) => ({ steps: [log(dialect, [mustReject(line)])] })),
};
