import fc from 'fast-check';
import { archive, dailyFiles, fileName, gzip, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

export const archiveEmptyFiles: TrialProperty = {
  id: 'archive-empty-files',
  level: 'must',
  depth: 'archive',
  statement: 'An empty file is there, with no lines.',
  source: 'format: Packaging',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 0, 2), fc.nat(2), fc.boolean()).map(([files, index, zipped]) => {
      const empty = { server: SERVER, name: fileName(9, zipped ? '.gz' : ''), lines: [], bytes: Buffer.alloc(0) };
      const members = files
        .map((file) => memberOf(file))
        .toSpliced(index, 0, memberOf(empty, zipped ? gzip : (bytes) => bytes));
      return { steps: [archive(dialect, tarOf(members), [...files, empty])] };
    }),
};
