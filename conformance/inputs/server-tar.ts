import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { dayName } from '../../src/base/time.ts';
import { DAILY_FILE, type Dialect } from '../../src/spec/index.ts';
import type { ExpectedFile, Step } from '../subjects/trial.ts';
import { extentOf } from '../subjects/limits.ts';
import { bytesOf, mustAccept } from './compose.ts';
import { logFile, type LogFile } from './log-file.ts';
import { listOf } from './list.ts';
import { tarOf, type TarPart } from './tar.ts';

/** One daily file of a server, and what it holds. */
export interface DailyFile extends LogFile {
  readonly server: string;
  /** `tracking.log-20130304.gz` */
  readonly name: string;
}

/** A server's archive, and what it holds. */
export interface ServerTar {
  /** The archive's own name: `prod-edxapp-001.tar`. */
  readonly name: string;
  readonly files: readonly DailyFile[];
  readonly bytes: Buffer;
}

const FIRST_DAY = Date.UTC(2013, 2, 4) * 1000;
const DAY = 86_400_000_000;

export const SERVER = 'prod-edxapp-001';

/** The name of a server's daily file of a day, counted from 4 March 2013. */
export const fileName = (day: number, ending = '.gz'): string =>
  `${DAILY_FILE}${dayName(FIRST_DAY + day * DAY)}${ending}`;

/** Small windows and buffers: making the usual ones takes ten times as long as filling them with a short log. */
const SMALL = { level: 1, windowBits: 9, memLevel: 1, chunkSize: 1024 } as const;

export const gzip = (bytes: Uint8Array): Buffer => gzipSync(bytes, SMALL);

/** The daily files of one server, a day each, from the first on. */
export const dailyFiles = (dialect: Dialect, least = 1, most = 3, server = SERVER): fc.Arbitrary<DailyFile[]> =>
  listOf(logFile(dialect, 0, 2), least, most).map((files) =>
    files.map((file, day) => ({ ...file, server, name: fileName(day) })),
  );

/** A daily file as a member of a tar. */
export const memberOf = (
  { server, name, bytes }: DailyFile,
  pack: (bytes: Uint8Array) => Uint8Array = gzip,
): TarPart => ({
  name: `${server}/${name}`,
  content: pack(bytes),
});

/**
 * A server's archive: its daily files, gzipped, in one folder of its name.
 *
 * Shrinks to the fewest files of the fewest lines.
 */
export const serverTar = (dialect: Dialect): fc.Arbitrary<ServerTar> =>
  dailyFiles(dialect).map((files) => ({
    name: `${SERVER}.tar`,
    files,
    bytes: tarOf(files.map((file) => memberOf(file))),
  }));

/** What is expected of a file's answer: its lines are accepted, with their common fields. */
export const expectedFile = ({ server, name, lines }: DailyFile): ExpectedFile => ({
  server,
  name,
  lines: lines.map((line) => ({
    ...mustAccept(line, { about: ['fields'] }).expected,
    extent: extentOf(bytesOf(line.text)),
  })),
});

/** Asks for an archive that holds some files, whatever else its bytes hold. */
export const archive = (
  dialect: Dialect,
  bytes: Uint8Array,
  files: readonly DailyFile[],
  { orReported }: { orReported?: true } = {},
): Step => ({
  command: { cmd: 'archive', dialect, want: 'records', name: `${SERVER}.tar`, bytes },
  expected: { files: files.map(expectedFile), ...(orReported && { orReported }) },
});

/** Asks for an archive that cannot be read whole. */
export const damaged = (dialect: Dialect, bytes: Uint8Array): Step => ({
  command: { cmd: 'archive', dialect, want: 'records', name: `${SERVER}.tar`, bytes },
  expected: { archive: 'reported' },
});
