import type { ArchiveFault } from '../fault.ts';

/** Where a header’s checksum stands: six octal digits. */
const CHECKSUM = 148;
const DIGITS = 6;

/** A bit that changed in the header of the last file. */
export const tarChecksum: ArchiveFault = {
  scope: 'archive',
  id: 'tar-checksum',
  level: 'archive',
  wording: 'The header of an archive’s last file has a wrong checksum.',
  verdict: 'reject',
  rule: 'file-archive',
  target: 'tar',
  break(tar, place) {
    const offset = tar.members[place]!.offset + CHECKSUM;
    const digits = tar.read(offset, DIGITS);
    digits[DIGITS - 1]! ^= 1;
    return [{ offset, length: DIGITS, bytes: digits }];
  },
};
