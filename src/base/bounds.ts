/** What is read from outside has bounds, so that no file can take memory or time at will. They all stand here; SECURITY.md shows them. */

import { grouped } from './format-number.ts';

/** A bound, and what comes of reaching it. */
export interface Bound {
  readonly most: number;
  /** What is counted, to be read after the number. */
  readonly what: string;
  readonly reached: string;
}

const bound = (most: number, what: string, reached: string): Bound => ({ most, what, reached });

const KIB = 1024;
const MIB = 1024 * KIB;

export const BOUNDS = {
  lineBytes: bound(
    16 * MIB,
    'bytes of a line; `--max-line` says otherwise',
    'finding `line-length`; the line is passed over',
  ),
  /** Beyond what the faults deep-line and deep-nesting make, which are to be told as what they are. */
  depth: bound(
    30_000,
    'objects and lists within each other, in a line or in JSON text inside of one',
    'finding `line-bounds`',
  ),
  values: bound(1_000_000, 'values of a line', 'finding `line-bounds`'),
  lineFindings: bound(1000, 'findings about the fields of a line, and about its payload', 'the others are not told'),
  shownKey: bound(200, 'characters of a key in the path of a finding', 'the key is shortened'),

  gzipMembers: bound(100_000, 'members of a gzip file', 'finding `file-bounds`; the rest of it is not read'),
  packings: bound(8, 'archives within each other', 'finding `file-bounds`; what is packed deeper is not read'),
  unpackedFree: bound(256 * MIB, 'bytes of what is unpacked from a file, whatever its size', 'see the next row'),
  unpackedRatio: bound(
    250,
    'times as many bytes unpacked from a file, beyond those, as were read of it',
    'finding `file-bounds`; the rest of it is not read',
  ),
  linesFree: bound(1_000_000, 'lines of a packed file, whatever its size', 'see the next row'),
  linesRatio: bound(
    1,
    'line, beyond those, for each byte that was read of it',
    'finding `file-bounds`; the rest of it is not read',
  ),
  tarMembers: bound(100_000, 'members of a tar', 'finding `file-bounds`; the rest of it is not read'),
  tarHeader: bound(
    128 * KIB,
    'bytes of a pax header or a GNU long name',
    'finding `file-bounds`; the rest of it is not read',
  ),
  tarName: bound(4096, 'bytes of a member’s name', 'finding `file-bounds`; the rest of it is not read'),

  sessions: bound(2 ** 17, 'session keys whose owners are known at a time', 'the oldest are forgotten'),
  userName: bound(1000, 'characters of a name that a session is known by', 'the line tells nobody’s'),
  tailLines: bound(
    64,
    'lines at a file’s end that are compared with the head of the next',
    'those before them are not compared',
  ),
  fileFindings: bound(1_000_000, 'findings in one file that are compared with labels, by `--labels`', 'an error'),
  fileFaults: bound(10_000, 'labels of what concerns whole archives', 'an error'),

  courseBytes: bound(4 * MIB, 'bytes of a course or behaviour file', 'an error'),
  courseDepth: bound(100, 'mappings and lists within each other there', 'an error'),
  courseKeys: bound(1000, 'keys of a mapping there', 'an error'),
  courseParts: bound(200_000, 'words and marks there', 'an error'),
  courseAliases: bound(100, 'parts that aliases stand for there', 'an error'),
  /** The truth has a curve of each video. */
  courseVideo: bound(10_000_000, 'seconds of video in a course', 'an error'),
  courseMistakes: bound(1000, 'mistakes that are told of it', 'the others are counted'),
  siteCourses: bound(100, 'courses of a site', 'an error'),
  dailyFiles: bound(800_000, 'daily files of a run that is made: `--servers` times `--days`', 'an error'),
  jsonDepth: bound(
    32,
    'objects and lists within each other in a manifest, or in what shares leave',
    'it is none of a run',
  ),
  labelBytes: bound(256 * MIB, 'bytes of labels of one daily file, and of all that concern whole archives', 'an error'),
  labelFiles: bound(1_000_000, 'daily files that labels are of', 'an error'),
  labelKinds: bound(1000, 'kinds of label', 'an error'),
  jsonBytes: bound(256 * MIB, 'bytes of a manifest, of a record of a share, or of a label', 'an error'),

  trialBytes: bound(64 * MIB, 'bytes of a stored input of `conform`, or of a list of known failures', 'an error'),
  trialDepth: bound(100, 'objects and lists within each other there', 'an error'),
  answerBytes: bound(64 * MIB, 'bytes of a line that an adapter prints', 'a failure of the parser'),
  answerDepth: bound(500, 'objects and lists within each other there', 'a failure of the parser'),
} as const satisfies Record<string, Bound>;

/** The table of SECURITY.md. */
export const boundsTable = (): string =>
  [
    '| at most | of | beyond |',
    '| ---: | --- | --- |',
    ...Object.values(BOUNDS).map(
      ({ most, what, reached }) => `| ${amount(most, what)} | ${what.replace(BYTES, '')} | ${reached} |`,
    ),
  ].join('\n');

const BYTES = /^bytes of /;

const amount = (most: number, what: string): string => {
  if (!BYTES.test(what)) return grouped(most);
  return most < MIB ? `${most / KIB} KiB` : `${most / MIB} MiB`;
};
