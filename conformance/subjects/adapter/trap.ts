/**
 * Members that lead out of an archive. Their names are made when the archive is asked for, each with a name that nobody can
 * know before: so no link can lie in wait where a parser is lured to, whatever is found there afterwards was written by the
 * parser and can be taken away again, and a stored trial, which may come from anybody, has no say in where that is.
 */
import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BLOCK } from '../../../src/archive/tar-header.ts';
import { tarHeader, type TarMember } from '../../../src/archive/write-tar.ts';
import { DAILY_FILE } from '../../../src/spec/index.ts';
import { UserError } from '../../../src/base/user-error.ts';
import type { Outcome } from '../subject.ts';
import type { ArchiveCommand, TrapMember, TrapWay } from '../trial.ts';
import { DEPTH, deepFolder, adapterFolder } from './workspace.ts';

/** Parts of the names of a trap's members. */
interface Site {
  /** The archive's server. */
  readonly server: string;
  /** The name under which something outside the archive would come to lie. */
  readonly word: string;
  /** A folder outside the archive, absolute. */
  readonly outside: string;
}

/** The file outside that links lead to. */
const PLANTED = 'outside.log';
const LOG = `${DAILY_FILE}20130309`;
const OTHER_SERVER = 'prod-edxapp-009';
/** Seconds since 1970: 5 March 2013. */
const MTIME = 1_362_441_600;
/** Characters of the longest path that a link in a tar leads to. */
const LONGEST = 100;

function member(
  name: string,
  content: Uint8Array = new Uint8Array(),
  more: Pick<TarMember, 'type' | 'link'> = {},
): Buffer {
  return Buffer.concat([
    tarHeader({ name, size: content.length, mtime: MTIME, ...more }),
    content,
    Buffer.alloc(-content.length & (BLOCK - 1)),
  ]);
}

const link = (name: string, to: string): Buffer => member(name, undefined, { type: '2', link: to });
const hardLink = (name: string, to: string): Buffer => member(name, undefined, { type: '1', link: to });

const MEMBERS: Record<TrapWay, (site: Site, log: Uint8Array) => Buffer[]> = {
  above: ({ word }, log) => [member(`../${word}`, log)],
  'above-server': ({ server, word }, log) => [member(`${server}/../../${word}`, log)],
  'far-above': ({ word }, log) => [member(`../../../${word}`, log)],
  absolute: ({ word, outside }, log) => [member(`${outside}/${word}`, log)],
  'log-above': ({ word }, log) => [member(`../${word}/${LOG}.gz`, gzipSync(log))],
  'log-in-server': ({ server }, log) => [member(`${server}/../${LOG}.gz`, gzipSync(log))],
  'log-far-above': ({ word }, log) => [member(`../../${word}/${LOG}.gz`, gzipSync(log))],
  link: ({ server, outside }) => [link(`${server}/${LOG}`, `${outside}/${PLANTED}`)],
  'linked-server': ({ word, outside }, log) => [link(OTHER_SERVER, outside), member(`${OTHER_SERVER}/${word}`, log)],
  'hard-link': ({ server, outside }) => [hardLink(`${server}/${LOG}`, `${outside}/${PLANTED}`)],
};

const serverOf = (archive: string): string => archive.replace(/\.tar$/, '');

const withMembers = (
  { name, bytes }: ArchiveCommand,
  { way, content }: TrapMember,
  site: Omit<Site, 'server'>,
): Buffer => Buffer.concat([...MEMBERS[way]({ ...site, server: serverOf(name) }, content), bytes]);

/** An archive as a file to look at, its trap's members leading to where nothing is. */
export const shownArchive = (command: ArchiveCommand): Uint8Array =>
  command.trap
    ? withMembers(command, command.trap, { word: 'edxgen-trap', outside: '/tmp/edxgen-outside' })
    : command.bytes;

/** Each folder from one up. */
const upFrom = (folder: string): string[] =>
  Array.from({ length: DEPTH + 1 }, (_, steps) => join(folder, ...Array.from({ length: steps }, () => '..')));

function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}

/** An archive with a trap in it, as it is asked for once. */
export interface Trap {
  readonly bytes: Uint8Array;
  /** Takes away what has been written outside the archive, and says so. */
  sprung(folder: string): Outcome | undefined;
  remove(): void;
}

/** Folders outside that were taken away again, but for those they lay in: to make all of them for each trap takes longer than to read it. */
const free: string[] = [];
let made = 0;

/** A new folder outside. */
function outsideFolder(): string {
  const known = free.pop();
  try {
    if (known !== undefined) {
      mkdirSync(known);
      return known;
    }
  } catch {
    // A parser has put something there, or taken away what it lay in.
  }
  made += 1;
  return deepFolder(`outside-${made}`);
}

/**
 * Lays the trap of an archive.
 *
 * @returns undefined when it has none
 * @throws UserError when the path of the temporary folder is too long for a tar
 */
export function layTrap(command: ArchiveCommand): Trap | undefined {
  const { trap } = command;
  if (!trap) return undefined;
  const outside = outsideFolder();
  const word = `edxgen-trap-${randomUUID().slice(0, 8)}`;
  if (outside.length + word.length >= LONGEST)
    throw new UserError(
      `the path of the temporary folder ${tmpdir()} is too long for a link in a tar; set TMPDIR to a shorter one`,
    );
  writeFileSync(join(outside, PLANTED), trap.content, { flag: 'wx' });
  const remove = () => {
    rmSync(outside, { recursive: true, force: true });
    free.push(outside);
  };
  const sprung = (folder: string): Outcome | undefined => {
    const folders = [folder, adapterFolder(), process.cwd()].flatMap(upFrom);
    const written = [...new Set([...folders, outside, tmpdir(), '/tmp'])]
      .map((parent) => join(parent, word))
      .filter(isThere);
    for (const path of written) rmSync(path, { recursive: true, force: true });
    return written[0] === undefined ? undefined : { kind: 'escaped', path: written[0] };
  };
  return { bytes: withMembers(command, trap, { word, outside }), sprung, remove };
}
