import fc from 'fast-check';
import { APPLE_DOUBLE } from '../../generators/faults/archive/apple-double.ts';
import { archive, dailyFiles, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

export const archiveHiddenFiles: TrialProperty = {
  id: 'archive-hidden-files',
  level: 'should',
  depth: 'archive',
  statement: 'What a Mac adds to an archive, ._ files and .DS_Store, is passed over.',
  source: 'format: Packaging',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.boolean(), fc.constantFrom('', './')).map(([files, first, dot]) => {
      const members = files.flatMap((file) => [
        { name: `${dot}${SERVER}/._${file.name}`, content: APPLE_DOUBLE },
        memberOf(file),
      ]);
      const hidden = [
        { name: `${dot}._${SERVER}`, content: APPLE_DOUBLE },
        { name: `${dot}${SERVER}/.DS_Store`, content: Buffer.from('\0\0\0\x01Bud1', 'latin1') },
      ];
      return { steps: [archive(dialect, tarOf(first ? [...hidden, ...members] : [...members, ...hidden]), files)] };
    }),
};
