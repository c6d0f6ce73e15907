import fc from 'fast-check';
import { damaged, dailyFiles, gzip, memberOf } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

/** What an older, longer file leaves behind, or a program that writes to the same one. */
const JUNK = ['junk\n', '{"username": "ada"}\n', '\xff\xfe\xfd', '\0\0\0x', '\x1f', '\x1f\x8b', '\x1f\x8b\x08\x00'].map(
  (text) => Buffer.from(text, 'latin1'),
);

export const archiveGzipJunk: TrialProperty = {
  id: 'archive-gzip-junk',
  level: 'should',
  depth: 'archive',
  statement: 'What follows a file’s gzip data and is neither more of it nor zeros is reported.',
  source: 'protocol: archive',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.constantFrom(...JUNK)).map(([files, junk]) => ({
      steps: [
        damaged(
          dialect,
          tarOf(
            files.map((file, i) =>
              memberOf(file, (bytes) => (i === 0 ? Buffer.concat([gzip(bytes), junk]) : gzip(bytes))),
            ),
          ),
        ),
      ],
    })),
};
