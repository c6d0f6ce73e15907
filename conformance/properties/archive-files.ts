import { archive, serverTar } from '../inputs/server-tar.ts';

import type { TrialProperty } from './property.ts';

export const archiveFiles: TrialProperty = {
  id: 'archive-files',
  level: 'must',
  depth: 'archive',
  statement: 'Every file of an archive is read, under its server and name.',
  source: 'format: Packaging',
  trials: (dialect) => serverTar(dialect).map(({ bytes, files }) => ({ steps: [archive(dialect, bytes, files)] })),
};
