import fc from 'fast-check';
import { cutter, type Cutter } from '../inputs/chunks.ts';
import { logFile } from '../inputs/log-file.ts';
import { archive, fileName, gzip, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

/** More members than logrotate's appending makes; single bytes would be hundreds. */
const MOST_MEMBERS = 4;

/** What is left of the bytes after the first pieces. */
function rest(bytes: Uint8Array, cut: Cutter): Buffer[] {
  const pieces = cut(Buffer.from(bytes));
  return pieces.length < MOST_MEMBERS ? [] : [Buffer.concat(pieces.slice(MOST_MEMBERS - 1))];
}

export const archiveGzipMembers: TrialProperty = {
  id: 'archive-gzip-members',
  level: 'must',
  depth: 'archive',
  statement: 'A file of several gzip members is read to its end.',
  source: 'format: Packaging',
  trials: (dialect) =>
    fc.tuple(logFile(dialect, 1, 3), cutter).map(([log, cut]) => {
      const pack = (bytes: Uint8Array) =>
        Buffer.concat(
          cut(Buffer.from(bytes))
            .slice(0, MOST_MEMBERS - 1)
            .concat(rest(bytes, cut))
            .map(gzip),
        );
      const file = { ...log, server: SERVER, name: fileName(0) };
      return { steps: [archive(dialect, tarOf([memberOf(file, pack)]), [file])] };
    }),
};
