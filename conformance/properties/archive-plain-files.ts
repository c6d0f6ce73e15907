import { archive, dailyFiles, fileName, memberOf } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

export const archivePlainFiles: TrialProperty = {
  id: 'archive-plain-files',
  level: 'should',
  depth: 'archive',
  statement: 'Files that are not compressed are read too.',
  source: 'format: Packaging',
  trials: (dialect) =>
    dailyFiles(dialect).map((files) => {
      const plain = files.map((file, day) => ({ ...file, name: fileName(day, '') }));
      return { steps: [archive(dialect, tarOf(plain.map((file) => memberOf(file, (bytes) => bytes))), plain)] };
    }),
};
