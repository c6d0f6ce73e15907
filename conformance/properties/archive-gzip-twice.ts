import { archive, dailyFiles, gzip, memberOf } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

export const archiveGzipTwice: TrialProperty = {
  id: 'archive-gzip-twice',
  level: 'should',
  depth: 'archive',
  statement: 'A file that was compressed twice is unpacked twice, or reported: its packed bytes are no lines.',
  source: 'format: Packaging',
  trials: (dialect) =>
    dailyFiles(dialect, 1, 2).map((files) => ({
      steps: [
        archive(
          dialect,
          tarOf(files.map((file, i) => memberOf(file, (bytes) => (i === 0 ? gzip(gzip(bytes)) : gzip(bytes))))),
          files,
          { orReported: true },
        ),
      ],
    })),
};
