import fc from 'fast-check';
import { encodeLine } from '../../src/line/index.ts';
import { plantedAt } from '../adapter/archive-place.ts';
import { logFile } from '../inputs/log-file.ts';
import { dailyFiles, fileName, gzip, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf, type TarPart } from '../inputs/tar.ts';

import type { TrialProperty } from '../property.ts';

/** Members that end somewhere else when they are taken at their word. */
const PATHS: readonly ((trap: string, log: Buffer) => TarPart)[] = [
  (trap, log) => ({ name: `../${trap}`, content: log }),
  (trap, log) => ({ name: `${SERVER}/../../${trap}`, content: log }),
  (trap, log) => ({ name: `../../../${trap}`, content: log }),
  (trap, log) => ({ name: `/tmp/${trap}`, content: log }),
  (_, log) => ({ name: `${SERVER}/../${fileName(5)}`, content: gzip(log) }),
  (_, log) => ({ name: `../${fileName(5)}`, content: gzip(log) }),
  (_, log) => ({ name: `../../etc/${fileName(5)}`, content: gzip(log) }),
  (trap) => ({ name: `${SERVER}/${fileName(5, '')}`, link: plantedAt(trap) }),
];

export const archivePaths: TrialProperty = {
  id: 'archive-paths',
  level: 'must',
  depth: 'archive',
  statement: 'Paths that climb out of an archive, and links, are not followed.',
  source: 'protocol: archive',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.constantFrom(...PATHS), fc.nat(0xffff_ffff), logFile(dialect, 1, 1)).map(([files, path, word, log]) => {
      const trap = `edxgen-trap-${word.toString(16)}`;
      const planted = Buffer.from(log.lines.map(({ record }) => `${encodeLine({ ...record, username: trap }, dialect)}\n`).join(''));
      const command = { cmd: 'archive' as const, dialect, want: 'records' as const, name: `${SERVER}.tar`, trap, planted };
      const bytes = tarOf([path(trap, log.bytes), ...files.map((file) => memberOf(file))]);
      return { steps: [{ command: { ...command, bytes }, expected: { archive: 'harmless' } }] };
    }),
};
