import fc from 'fast-check';
import { archive, dailyFiles, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

export const archiveOrder: TrialProperty = {
  id: 'archive-order',
  level: 'must',
  depth: 'archive',
  statement: 'The order of an archive’s members does not matter, nor do members for folders.',
  source: 'format: Packaging',
  trials: (dialect) =>
    fc
      .tuple(dailyFiles(dialect, 1, 3), fc.nat(3), fc.constantFrom('first', 'last', 'none'))
      .map(([files, turn, folder]) => {
        const members = files.map((file) => memberOf(file));
        const turned = [
          ...members.slice(turn % members.length),
          ...members.slice(0, turn % members.length),
        ].toReversed();
        const folders = folder === 'none' ? [] : [{ name: `${SERVER}/`, folder: true }];
        return {
          steps: [
            archive(dialect, tarOf(folder === 'first' ? [...folders, ...turned] : [...turned, ...folders]), files),
          ],
        };
      }),
};
