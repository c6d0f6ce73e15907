import { damaged, dailyFiles, memberOf } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

const END = 2 * 512;

export const archiveEnd: TrialProperty = {
  id: 'archive-end',
  level: 'should',
  depth: 'archive',
  statement: 'An archive without its end, which may have lost whole files, is reported.',
  source: 'protocol: archive',
  trials: (dialect) =>
    dailyFiles(dialect).map((files) => ({
      steps: [damaged(dialect, tarOf(files.map((file) => memberOf(file))).subarray(0, -END))],
    })),
};
