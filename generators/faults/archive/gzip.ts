/** The gzip data of a daily file. */
import { gzipSync } from 'node:zlib';
import { integer, uniform } from '../../../src/base/random/index.ts';
import { archiveFaults } from '../fault.ts';
import { boundsOf, contentOf, endOtherwise, halvesOf, isGzip, LONGEST_CUT, textOf } from './parts.ts';

const HEADER = 10;
/** The bytes behind the last compressed block: checksum and length. */
const TRAILER = 8;

const UNPACKED = 64 * 1024 * 1024;

export const gzipFaults = archiveFaults({ verdict: 'reject', rule: 'file-archive', target: 'member' }, [
  {
    // A bit that changed on a disk, in a text that is whole otherwise.
    id: 'gzip-checksum',
    wording: 'A daily file’s gzip data has a wrong checksum.',
    break(tar, member, random) {
      if (!isGzip(tar, member)) return undefined;
      const offset = boundsOf(member).end - TRAILER;
      const bytes = tar.read(offset, 4);
      bytes[Math.floor(random() * 4)]! ^= 1 << Math.floor(random() * 8);
      return [{ offset, length: 4, bytes }];
    },
  },
  {
    // A copy that broke off, or a file taken while it was being written.
    id: 'gzip-cut',
    wording: 'A daily file’s gzip data is cut short.',
    break(tar, member, random) {
      const longest = Math.min(member.size - HEADER, LONGEST_CUT);
      if (longest <= TRAILER || !isGzip(tar, member)) return undefined;
      return endOtherwise(member, member.size - integer(random, TRAILER + 1, longest), Buffer.alloc(0));
    },
  },
  {
    // A block of an older, longer file that a shorter one did not overwrite.
    id: 'gzip-junk',
    wording: 'Junk follows a daily file’s gzip data.',
    break(tar, member, random) {
      if (!isGzip(tar, member)) return undefined;
      const junk = Buffer.from(Array.from({ length: integer(random, 8, 64) }, () => integer(random, 0x80, 0xff)));
      return endOtherwise(member, member.size, junk);
    },
  },
  {
    // What a log becomes when its writer runs wild; it also fills the memory of a reader that unpacks all at once.
    id: 'gzip-bomb',
    wording: 'A daily file ends with 64 MiB of spaces, of which gzip makes a thousandth.',
    verdict: 'either',
    rule: 'line-length',
    break: (tar, member) =>
      isGzip(tar, member)
        ? endOtherwise(member, member.size, gzipSync(Buffer.alloc(UNPACKED, ' '), { level: 9 }))
        : undefined,
  },
  {
    // Files that were packed in parts and put together, as gzip allows [RFC 1952, 2.2].
    id: 'gzip-members',
    wording: 'A daily file’s gzip data is of several members, of which a careless reader sees the first.',
    verdict: 'accept',
    rule: null,
    break(tar, member, random) {
      const halves = isGzip(tar, member) ? halvesOf(tar, member, uniform(random, 0.1, 0.9)) : undefined;
      return halves && endOtherwise(member, 0, Buffer.concat(halves.map((half) => gzipSync(half))));
    },
  },
  {
    // A rotation that compresses, and a backup that compresses whatever it is given.
    id: 'gzip-twice',
    wording: 'A daily file’s gzip data is packed by gzip once more.',
    verdict: 'either',
    rule: 'file-gzip',
    break(tar, member) {
      const content = isGzip(tar, member) ? contentOf(tar, member) : undefined;
      return content && endOtherwise(member, 0, gzipSync(content));
    },
  },
  {
    // A step of a pipeline that unpacks and keeps the name.
    id: 'plain-gz',
    wording: 'A daily file is named .gz, and is plain text.',
    verdict: 'either',
    rule: null,
    break(tar, member) {
      const text = isGzip(tar, member) ? textOf(tar, member) : undefined;
      return text && endOtherwise(member, 0, text);
    },
  },
]);
