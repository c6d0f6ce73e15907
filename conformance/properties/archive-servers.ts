import fc from 'fast-check';
import { archive, dailyFiles, memberOf } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

const SERVERS = ['prod-edxapp-001', 'prod-edxapp-002'] as const;

export const archiveServers: TrialProperty = {
  id: 'archive-servers',
  level: 'must',
  depth: 'archive',
  statement: 'Files of the same name of different servers are kept apart.',
  source: 'format: Packaging',
  trials: (dialect) =>
    fc.tuple(...SERVERS.map((server) => dailyFiles(dialect, 1, 2, server))).map((servers) => {
      const files = servers.flat();
      return { steps: [archive(dialect, tarOf(files.map((file) => memberOf(file))), files)] };
    }),
};
