/** Members that are added to an archive, and what a daily file becomes when it is written twice. */
import { uniform } from '../../../src/base/random/index.ts';
import { tarHeader } from '../../../src/archive/write-tar.ts';
import { archiveFaults } from '../fault.ts';
import type { TarMemberView } from '../tar-view.ts';
import { APPLE_DOUBLE } from './apple-double.ts';
import { behind, boundsOf, halvesOf, memberOf, OTHER_SERVER, packAs } from './parts.ts';

/** Days that no archive has. */
const EMPTY_DAY = '19991231';
const LINK_DAY = '19991230';

/** Where the link leads: to nothing, so that it is harmless. */
const NOWHERE = '../../edxgen-linked/nowhere';

/** The name of a member on another day, `YYYYMMDD`. */
const onDay = ({ name }: TarMemberView, day: string): string => name.replace(/\d{8}/, day);

const appleDoubleName = ({ name }: TarMemberView): string => name.replace('/', '/._');

/** Paths that lead out of the archive: traps for whoever extracts by joining names; harmless, for the files are empty. */
const PATHS_OUT = [
  {
    id: 'path-absolute',
    wording: 'An archive holds an empty file with an absolute path.',
    path: ({ name }: TarMemberView) => `/tmp/edxgen-absolute/${name}`,
  },
  {
    id: 'path-climbs',
    wording: 'An archive holds an empty file whose path climbs out of it.',
    path: ({ name }: TarMemberView) => name.replace('/', '/../../edxgen-climbed-out/'),
  },
];

export const memberFaults = [
  ...archiveFaults(
    { verdict: 'reject', rule: 'file-archive', target: 'member' },
    PATHS_OUT.map(({ id, wording, path }) => ({
      id,
      wording,
      shows: path,
      break: (tar, member) =>
        behind(member, memberOf(path(member), member.mtime, packAs(tar, member, Buffer.alloc(0)))),
    })),
  ),
  ...archiveFaults({ verdict: 'either', rule: 'file-server', target: 'member' }, [
    {
      // A trap for whoever extracts first and reads then.
      id: 'link',
      wording: 'An archive holds a symbolic link that leads out of it, to nothing.',
      verdict: 'reject',
      rule: 'file-archive',
      shows: (member) => onDay(member, LINK_DAY),
      break(_tar, member) {
        const { mtime } = member;
        return behind(member, tarHeader({ name: onDay(member, LINK_DAY), size: 0, mtime, type: '2', link: NOWHERE }));
      },
    },
    {
      // A server that was taken out: its file was rotated, and holds nothing.
      id: 'empty-file',
      wording: 'An archive holds a daily file without any line.',
      verdict: 'accept',
      rule: null,
      shows: (member) => onDay(member, EMPTY_DAY),
      break: (tar, member) =>
        behind(member, memberOf(onDay(member, EMPTY_DAY), member.mtime, packAs(tar, member, Buffer.alloc(0)))),
    },
    {
      // A server that was renamed: its folder was made, and never filled.
      id: 'empty-folder',
      wording: 'An archive holds the empty folder of another server.',
      shows: () => `${OTHER_SERVER}/`,
      break: (_tar, member) =>
        behind(member, tarHeader({ name: `${OTHER_SERVER}/`, size: 0, mtime: member.mtime, type: '5' })),
    },
    {
      // The tar of a Mac: it puts what the system keeps about a file before it, unless it is told not to.
      id: 'apple-double',
      wording: 'A Mac’s own file about a daily file stands before it, its name with ._ in front.',
      shows: appleDoubleName,
      break: (_tar, member) => [
        { offset: member.offset, length: 0, bytes: memberOf(appleDoubleName(member), member.mtime, APPLE_DOUBLE) },
      ],
    },
    {
      // Files that were released while the day went on, and once more when it was over.
      id: 'file-grown',
      wording: 'A daily file stands twice in its archive: first its beginning, then the whole.',
      rule: 'file-name',
      break(tar, member, random) {
        const { name, mtime, offset } = member;
        const [beginning] = halvesOf(tar, member, uniform(random, 0.3, 0.9)) ?? [];
        return beginning && [{ offset, length: 0, bytes: memberOf(name, mtime, packAs(tar, member, beginning)) }];
      },
    },
    {
      // A server that was restarted, and began its day's file anew.
      id: 'file-twice',
      wording: 'A daily file is two of one name, each with a part of the lines.',
      rule: 'file-name',
      break(tar, member, random) {
        const { name, mtime, offset } = member;
        const halves = halvesOf(tar, member, uniform(random, 0.1, 0.9));
        const members = halves?.map((half) => memberOf(name, mtime, packAs(tar, member, half)));
        return members && [{ offset, length: boundsOf(member).next - offset, bytes: Buffer.concat(members) }];
      },
    },
  ]),
];
