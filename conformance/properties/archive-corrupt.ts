import fc from 'fast-check';
import { damaged, dailyFiles, memberOf } from '../inputs/server-tar.ts';
import { tarOf, type TarPart } from '../inputs/tar.ts';

import type { TrialProperty } from './property.ts';

const TRAILER = 8;

const flip = (bytes: Uint8Array, position: number): Buffer =>
  Buffer.from(bytes).fill(bytes[position]! ^ 0xff, position, position + 1);

const within = (members: readonly TarPart[], which: number, change: (content: Buffer) => Buffer): Buffer =>
  tarOf(members.with(which, { ...members[which]!, content: change(Buffer.from(members[which]!.content!)) }));

type Corruption = (members: readonly TarPart[], which: number, position: number) => Buffer;

/** Wrong bytes in a file's checksum, in its length, or at its start; in a tar's header; a file that is no gzip at all. */
const CORRUPTIONS: readonly Corruption[] = [
  (members, which, position) =>
    within(members, which, (content) => flip(content, content.length - 1 - (position % TRAILER))),
  (members, which) => within(members, which, (content) => flip(content, 0)),
  (members, which) => within(members, which, () => Buffer.from('this is no gzip, but the file is named so\n')),
  (members, _, position) => flip(tarOf(members), position % 100),
];

export const archiveCorrupt: TrialProperty = {
  id: 'archive-corrupt',
  level: 'must',
  depth: 'archive',
  statement: 'A damaged archive is reported.',
  source: 'protocol: archive',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.nat(), fc.constantFrom(...CORRUPTIONS)).map(([files, position, corrupt]) => {
      const members = files.map((file) => memberOf(file));
      return { steps: [damaged(dialect, corrupt(members, position % members.length, position))] };
    }),
};
