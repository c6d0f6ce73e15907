import { basename, dirname, resolve } from 'node:path';
import { FAULT_LABELS, isServer, MANIFEST, TRUTH, TRUTH_FOLDER } from './file-names.ts';

/** A file that holds lines. */
export interface LogFile {
  /**
   * The file as people would name it, after what it is packed in:
   * `edxgen-out/prod-edxapp-001.tar:prod-edxapp-001/tracking.log-20130304.gz`. Standard input is `-`.
   */
  readonly path: string;
  /** The server it comes from, by the folder it lies in. */
  readonly server: string | undefined;
  /** `YYYYMMDD`, by the file's name. */
  readonly day: string | undefined;
}

/**
 * What a file is, by its name: a day's lines; the file that is written to; what was cut off it, once it was long enough; a data package's,
 * a day of one organisation; or something else.
 */
export type FileKind = 'daily' | 'running' | 'cut' | 'package' | 'other';

/** What a file's name says of its lines. */
export interface FileName {
  readonly kind: FileKind;
  /** `YYYYMMDD` */
  readonly day: string | undefined;
  /** When it was cut off, seconds since 1970. */
  readonly cut?: number;
}

const RUNNING = /^tracking\.log(\.gz)?$/;
const DAILY = /^tracking\.log-(\d{8})/;
const CUT = /^tracking\.log-\d{8}-(\d{9,12})(\.gz)?$/;
const PACKAGE = /-events-(\d{4})-(\d\d)-(\d\d)\.log(\.gz)?$/;

/** Reads what a file's name says; before it may stand a path, as {@link LogFile} has it. */
export function readName(path: string): FileName {
  const name = /[^/:]*$/.exec(path)![0];
  const day = DAILY.exec(name)?.[1];
  const cut = CUT.exec(name)?.[1];
  if (cut !== undefined) return { kind: 'cut', day, cut: Number(cut) };
  if (day !== undefined) return { kind: 'daily', day };
  const date = PACKAGE.exec(name);
  if (date) return { kind: 'package', day: date.slice(1, 4).join('') };
  return { kind: RUNNING.test(name) ? 'running' : 'other', day: undefined };
}

/** Encrypted ones are none, and told of as such. */
const LOG = /^tracking\.log|\.(tar|tgz|gz|log|jsonl)(\.gpg)?$/;

/** Names of files that are hidden, unfinished, or written by a run beside its archives, packed or not: they hold no logs. */
const HIDDEN = /^\./;
const UNFINISHED = /\.partial$/;
const NO_LOGS = [MANIFEST, FAULT_LABELS, TRUTH];
const isNoLog = (name: string): boolean =>
  HIDDEN.test(name) || UNFINISHED.test(name) || NO_LOGS.includes(name.replace(/\.gz$/, ''));

/** Parts a path as {@link LogFile} has it: the outermost file, and what is inside of it where it is an archive. */
export function splitPath(path: string): [file: string, inside?: string] {
  const file = /^(s3:)?[^:]*/.exec(path)![0];
  return file === path ? [file] : [file, path.slice(file.length + 1)];
}

/** Whether a file that is not itself asked for, but found in a folder or an archive, is to be read, by its name. */
export const isLogName = (name: string): boolean => LOG.test(name) && !isNoLog(name);

/** Whether a folder found in a folder or an archive is to be looked into, by its name. */
export const isLogFolder = (name: string): boolean => !HIDDEN.test(name) && name !== TRUTH_FOLDER;

/** Describes a file that lies in no archive. */
export function looseFile(path: string): LogFile {
  const folder = basename(dirname(resolve(path)));
  return { path, server: isServer(folder) ? folder : undefined, day: readName(basename(path)).day };
}

/**
 * Describes an archive's member.
 *
 * @param parts the folders from the archive's top, and the file's name
 */
export function memberFile(path: string, parts: readonly string[]): LogFile {
  const folders = parts.slice(0, -1);
  const only = folders.length === 1 ? folders[0] : undefined;
  return { path, server: folders.findLast(isServer) ?? only, day: readName(parts.at(-1) ?? '').day };
}
