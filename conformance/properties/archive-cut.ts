import { BLOCK } from '../../src/archive/tar-header.ts';
import fc from 'fast-check';
import { damaged, dailyFiles, memberOf } from '../inputs/server-tar.ts';
import { tarOf } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

export const archiveCut: TrialProperty = {
  id: 'archive-cut',
  level: 'must',
  depth: 'archive',
  statement: 'An archive that is cut short, or a file in it, is reported.',
  source: 'protocol: archive',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect), fc.nat(), fc.boolean()).map(([files, position, inside]) => {
      const members = files.map((file) => memberOf(file));
      if (inside) {
        const { name, content } = members[position % members.length]!;
        const cut = { name, content: content!.subarray(0, 1 + (position % (content!.length - 1))) };
        return { steps: [damaged(dialect, tarOf(members.with(position % members.length, cut)))] };
      }
      const whole = tarOf(members);
      const last = members.at(-1)!.content!.length;
      const end = whole.length - 2 * BLOCK - (-last & (BLOCK - 1));
      const cut = whole.subarray(0, end - 1 - (position % (BLOCK + last - 1)));
      return { steps: [damaged(dialect, cut)] };
    }),
};
