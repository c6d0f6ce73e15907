import fc from 'fast-check';
import { archive, dailyFiles, memberOf, SERVER } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from '../property.ts';

/** How a Mac's own file about another begins: AppleDouble, version 2. */
const ABOUT = Buffer.from('\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        ', 'latin1');

export const archiveHiddenFiles: TrialProperty = {
  id: 'archive-hidden-files',
  level: 'should',
  depth: 'archive',
  statement: 'What a Mac adds to an archive, ._ files and .DS_Store, is passed over.',
  source: 'Packaging',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.boolean(), fc.constantFrom('', './')).map(([files, first, dot]) => {
      const members = files.flatMap((file) => [{ name: `${dot}${SERVER}/._${file.name}`, content: ABOUT }, memberOf(file)]);
      const hidden = [{ name: `${dot}._${SERVER}`, content: ABOUT }, { name: `${dot}${SERVER}/.DS_Store`, content: Buffer.from('\0\0\0\x01Bud1', 'latin1') }];
      return { steps: [archive(dialect, tarOf(first ? [...hidden, ...members] : [...members, ...hidden]), files)] };
    }),
};
