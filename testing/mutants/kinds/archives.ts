import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { FileAnswer } from '../../../conformance/subjects/parser.ts';
import { gunzip } from '../gzip.ts';
import { ReferenceParser, type Bytes } from '../reference-parser.ts';
import { membersOf, nameIn, type Member } from '../tar.ts';
import { mutants } from './mutant.ts';

type LogName = ReturnType<ReferenceParser['logNameOf']>;

const changingFiles = (how: (files: FileAnswer[]) => FileAnswer[]) =>
  class extends ReferenceParser {
    override readArchive(...parameters: Parameters<ReferenceParser['readArchive']>): FileAnswer[] {
      return how(super.readArchive(...parameters));
    }
  };

const unpacking = (how: (gzip: Buffer) => Iterable<Bytes>) =>
  class extends ReferenceParser {
    override unpack(gzip: Buffer): Iterable<Bytes> {
      return how(gzip);
    }
  };

const readingMembers = (how: (tar: Buffer) => Iterable<Member>) =>
  class extends ReferenceParser {
    override members(tar: Buffer): Iterable<Member> {
      return how(tar);
    }
  };

/** Reads the file that a link leads to, outside the archive too. */
const following = (flag: string) =>
  readingMembers((tar) =>
    Array.from(membersOf(tar), (member) =>
      member.flag === flag && existsSync(member.target)
        ? { ...member, flag: '0', content: readFileSync(member.target) }
        : member,
    ),
  );

const naming = (how: (member: Member, right: LogName) => LogName) =>
  class extends ReferenceParser {
    override logNameOf(member: Member): LogName {
      return how(member, super.logNameOf(member));
    }
  };

/** What an iterable gives before it fails. */
function* untilError<T>(items: Iterable<T>): Generator<T> {
  try {
    yield* items;
  } catch {
    // the mistake: nobody hears of it
  }
}

const END = Buffer.alloc(1024);
const isEmpty = ({ lines }: FileAnswer): boolean => lines.length === 0;

/** Checksums that are right, whatever a header's bytes are. */
function* membersUnchecked(tar: Buffer): Generator<Member> {
  for (let position = 0; tar[position];) {
    const [name = ''] = tar.toString('utf8', position, position + 100).split('\0', 1);
    const size = parseInt(tar.toString('latin1', position + 124, position + 136), 8) || 0;
    const content = tar.subarray(position + 512, position + 512 + size);
    yield { name, flag: String.fromCharCode(tar[position + 156]!).replace('\0', '0'), target: '', content };
    position += 512 + Math.ceil(size / 512) * 512;
  }
}

export const archiveMutants = mutants({
  'first-gzip-member-only': [
    'archive-gzip-members',
    'Reads the first member of gzip data only.',
    unpacking((gzip) => [[...gunzip(gzip)][0]!]),
  ],
  'cut-tar-unsaid': [
    'archive-cut',
    'Gives what a cut archive holds and does not say that it is cut.',
    readingMembers((tar) => untilError(membersOf(tar))),
  ],
  'tar-end-unneeded': [
    'archive-end',
    'Takes the end of the file for the end of the archive, without its two empty blocks.',
    readingMembers((tar) => membersOf(tar.length % 512 === 0 ? Buffer.concat([tar, END]) : tar)),
  ],
  'cut-gzip-unsaid': [
    'archive-cut',
    'Unpacks what there is of cut gzip data.',
    unpacking((gzip) => [gunzipSync(gzip, { finishFlush: constants.Z_SYNC_FLUSH })]),
  ],
  'bad-gzip-unsaid': [
    'archive-corrupt',
    'Gives what it can unpack and does not say that the rest is damaged.',
    unpacking((gzip) => untilError(gunzip(gzip))),
  ],
  'bad-file-left-out': [
    'archive-corrupt',
    'ValueGenerators out a file that it cannot unpack.',
    class extends ReferenceParser {
      override readArchive(...[tar, dialect]: Parameters<ReferenceParser['readArchive']>): FileAnswer[] {
        return [...this.members(tar)].flatMap((member) => {
          const right = this.logNameOf(member);
          try {
            return right ? [{ ...right, lines: this.readMember(member, dialect) }] : [];
          } catch {
            return [];
          }
        });
      }
    },
  ],
  'tar-checksum-ignored': [
    'archive-corrupt',
    'Does not look at the checksums of an archive.',
    readingMembers(membersUnchecked),
  ],
  'climbing-paths-kept': [
    'archive-paths',
    'Gives files whose paths climb out of the archive, under the folder that they name.',
    naming(({ name, flag }) =>
      flag === '0' && name.includes('/')
        ? { server: name.slice(0, name.lastIndexOf('/')), name: name.slice(name.lastIndexOf('/') + 1) }
        : undefined,
    ),
  ],
  'links-followed': ['archive-paths', 'Reads the file that a link in the archive leads to.', following('2')],
  'hard-links-followed': [
    'archive-paths',
    'Reads the file outside that a hard link in the archive leads to.',
    following('1'),
  ],
  'unpacked-to-disk': [
    'archive-paths',
    'Unpacks the archive beside itself, to whatever path its members name.',
    class extends ReferenceParser {
      override archive(...[path, context]: Parameters<ReferenceParser['archive']>): FileAnswer[] {
        for (const { name, flag, content } of membersOf(readFileSync(path))) {
          const file = join(dirname(path), name);
          if (flag !== '0') continue;
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        return super.archive(path, context);
      }
    },
  ],
  'names-merged': [
    'archive-servers',
    'Keeps files by their names, so that one server’s replaces another’s.',
    changingFiles((files) => [...new Map(files.map((file) => [file.name, file])).values()]),
  ],
  'first-server-for-all': [
    'archive-servers',
    'Takes the first server for that of the whole archive.',
    changingFiles((files) => files.map((file) => ({ ...file, server: files[0]!.server }))),
  ],
  'servers-merged': [
    'archive-servers',
    'Joins the files of one day, whatever their server.',
    changingFiles((files) =>
      files.map((file) => ({
        ...file,
        lines: files.filter(({ name }) => name === file.name).flatMap(({ lines }) => lines),
      })),
    ),
  ],
  'stops-at-next-server': [
    'archive-servers',
    'Stops where the files of another server start.',
    changingFiles((files) => {
      const other = files.findIndex(({ server }) => server !== files[0]!.server);
      return other < 0 ? files : files.slice(0, other);
    }),
  ],
  'stops-at-empty-file': [
    'archive-empty-files',
    'Stops at the first file without lines.',
    changingFiles((files) => files.slice(0, files.some(isEmpty) ? files.findIndex(isEmpty) : files.length)),
  ],
  'empty-files-left-out': [
    'archive-empty-files',
    'ValueGenerators out files without lines.',
    changingFiles((files) => files.filter((file) => !isEmpty(file))),
  ],
  'days-must-rise': [
    'archive-order',
    'Passes over a file of an earlier day than the one before.',
    changingFiles((files) =>
      files.filter(
        ({ server, name }, index) =>
          !files.slice(0, index).some((earlier) => earlier.server === server && earlier.name > name),
      ),
    ),
  ],
  'last-file-lost': ['archive-files', 'Loses an archive’s last file.', changingFiles((files) => files.slice(0, -1))],
  'name-without-gz': [
    'archive-files',
    'Strips .gz from the names of files.',
    changingFiles((files) => files.map((file) => ({ ...file, name: file.name.replace(/\.gz$/, '') }))),
  ],
  'name-with-folder': [
    'archive-files',
    'ValueGenerators the folder in the names of files.',
    changingFiles((files) => files.map((file) => ({ ...file, name: `${file.server}/${file.name}` }))),
  ],
  'plain-files-passed-over': [
    'archive-plain-files',
    'Reads files that end in .gz only.',
    naming(({ name }, right) => (name.endsWith('.gz') ? right : undefined)),
  ],
  'padding-read': [
    'archive-plain-files',
    'Reads whole blocks, padding included.',
    class extends ReferenceParser {
      override readMember(
        ...[member, dialect]: Parameters<ReferenceParser['readMember']>
      ): ReturnType<ReferenceParser['readMember']> {
        const padding = Buffer.alloc(-member.content.length & 511);
        return super.readMember(
          member.name.endsWith('.gz') ? member : { ...member, content: Buffer.concat([member.content, padding]) },
          dialect,
        );
      }
    },
  ],
  'dot-is-server': [
    'archive-names',
    'Takes the dot of ./SERVER/FILE for the server.',
    naming(({ name, flag }, right) =>
      flag === '0' && name.startsWith('./') ? { server: '.', name: name.slice(2) } : right,
    ),
  ],
  'prefix-ignored': [
    'archive-names',
    'Does not look at the prefix of a name.',
    readingMembers((tar) => membersOf(tar, (block, said) => said ?? block.toString('utf8', 0, 100).split('\0', 1)[0]!)),
  ],
  'long-names-cut': [
    'archive-names',
    'Takes the name in a member’s own header, whatever stands before it.',
    readingMembers((tar) => membersOf(tar, (block) => nameIn(block))),
  ],
  'hard-links-copied': [
    'archive-links',
    'Reads a link to another file of the archive as one more file.',
    class extends ReferenceParser {
      override members(tar: Buffer): Member[] {
        const all = [...membersOf(tar)];
        return all.map((member) =>
          member.flag === '1'
            ? { ...member, flag: '0', content: all.find(({ name }) => name === member.target)!.content }
            : member,
        );
      }
    },
  ],
  'gzip-once': [
    'archive-gzip-twice',
    'Unpacks a file once, and takes what it finds for lines.',
    class extends ReferenceParser {
      override unpackAll(gzip: Buffer): Iterable<Bytes> {
        return this.unpack(gzip);
      }
    },
  ],
  'rest-after-gzip-unsaid': [
    'archive-gzip-junk',
    'Reads a file’s gzip data, and says nothing of what follows it.',
    unpacking((gzip) => {
      const [first] = gunzip(gzip);
      return [first!, ...untilError(gunzip(gzip))].slice(1);
    }),
  ],
  'hidden-files-read': [
    'archive-hidden-files',
    'Takes every file in a server’s folder for a log.',
    naming(({ name, flag }, right) => {
      const [server, ...rest] = name.replace(/^\.\//, '').split('/');
      return (
        right ??
        (flag === '0' && rest.length === 1 && server !== '..' ? { server: server!, name: rest[0]! } : undefined)
      );
    }),
  ],
});
