import type { ArchiveFault } from '../fault.ts';
import { boundsOf } from './parts.ts';

/** A copy that broke off between two files, or a writer that does not care; much reads it without a word. */
export const tarNoEnd: ArchiveFault = {
  scope: 'archive',
  id: 'tar-no-end',
  level: 'archive',
  wording: 'An archive lacks the two empty blocks that end it.',
  verdict: 'either',
  rule: 'file-archive',
  target: 'tar',
  break({ members, size }, place) {
    const { next } = boundsOf(members[place]!);
    return [{ offset: next, length: size - next, bytes: Buffer.alloc(0) }];
  },
};
