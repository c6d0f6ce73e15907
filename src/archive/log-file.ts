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

const DAY = /^tracking\.log-(\d{8})/;

const LOG = /^tracking\.log|\.(tar|tgz|gz|log|jsonl)$/;

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
  return { path, server: isServer(folder) ? folder : undefined, day: DAY.exec(basename(path))?.[1] };
}

/**
 * Describes an archive's member.
 *
 * @param parts the folders from the archive's top, and the file's name
 */
export function memberFile(path: string, parts: readonly string[]): LogFile {
  const folders = parts.slice(0, -1);
  const only = folders.length === 1 ? folders[0] : undefined;
  return { path, server: folders.findLast(isServer) ?? only, day: DAY.exec(parts.at(-1) ?? '')?.[1] };
}
