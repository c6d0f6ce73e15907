import fc from 'fast-check';
import { encodeLine } from '../../src/line/index.ts';
import { logFile } from '../inputs/log-file.ts';
import { dailyFiles, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';
import { OUTSIDER, TRAP_WAYS } from '../subjects/trial.ts';

import type { TrialProperty } from './property.ts';

export const archivePaths: TrialProperty = {
  id: 'archive-paths',
  level: 'must',
  depth: 'archive',
  statement: 'Paths that climb out of an archive, and links, are not followed.',
  source: 'protocol: archive',
  trials: (dialect) =>
    fc
      .tuple(dailyFiles(dialect, 1, 2), fc.constantFrom(...TRAP_WAYS), logFile(dialect, 1, 1))
      .map(([files, way, { lines }]) => {
        const content = Buffer.from(
          lines.map(({ record }) => `${encodeLine({ ...record, username: OUTSIDER }, dialect)}\n`).join(''),
        );
        const bytes = tarOf(files.map((file) => memberOf(file)));
        const command = {
          cmd: 'archive' as const,
          dialect,
          want: 'records' as const,
          name: `${SERVER}.tar`,
          bytes,
          trap: { way, content },
        };
        return { steps: [{ command, expected: { archive: 'harmless' } }] };
      }),
};
