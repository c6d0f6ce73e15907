import { archiveServer } from './file-names.ts';
import { BOUNDS } from '../base/bounds.ts';
import { digest } from '../base/digest.ts';
import { grouped } from '../base/format-number.ts';
import type { RuleId } from '../spec/index.ts';
import { ByteReader } from '../store/byte-reader.ts';
import { beyond, CorruptArchiveError } from './corrupt-archive-error.ts';
import { isLogFolder, isLogName, memberFile, type LogFile } from './log-file.ts';
import { gunzip } from './read-gzip.ts';
import { tarEntries } from './read-tar.ts';
import { sniff, SNIFFED } from './sniff.ts';
import { LineSplitter, type LineHandlers } from './split.ts';
import type { TarHeader } from './tar-header.ts';

/** Problem of a file or an archive as a whole, not of one of its lines. */
export interface Problem {
  /** Path as in {@link LogFile}, or the part of it that names the archive. */
  readonly file: string;
  readonly rule: RuleId;
  /** Sentence that follows the file's name. */
  readonly message: string;
}

/** Callbacks of a reader. They are called synchronously, in the order of the bytes; only `runs`, which comes before any byte, is waited for. */
export interface LogHandlers extends LineHandlers {
  /** Names all runs that will be read: their folders, or the paths that the caller named. */
  runs?(runs: readonly string[]): void | Promise<void>;
  /** Begins a run: the files that follow are of it, until the next call. */
  run?(run: string): void;
  /** Begins a file: the lines that follow are of it. */
  file(file: LogFile): void;
  /** Reports a problem in the order of the bytes: damage after the lines before it, a member's wrong path before the member's lines. */
  problem(problem: Problem): void;
}

/** Bounds of what is unpacked: an archive can be made that holds itself, packed, for ever. */
const { packings, tarMembers, linesFree, linesRatio } = BOUNDS;

/** Names on a member's path, without empty ones and `.`. */
const pathParts = (name: string): string[] => name.split('/').filter((part) => !/^\.{0,2}$/.test(part));

const isWanted = (parts: readonly string[]): boolean =>
  isLogName(parts.at(-1) ?? '') && parts.slice(0, -1).every(isLogFolder);

/** What is wrong with a member's type or path, in an archive of a server if one is given; undefined when nothing is. */
function memberFault(
  { name, type }: TarHeader,
  parts: readonly string[],
  server?: string,
): [RuleId, string] | undefined {
  if (type !== 'file' && type !== 'folder') return ['file-archive', `is a ${type}, which is not read`];
  if (/^\/|(^|\/)\.\.(\/|$)/.test(name)) return ['file-archive', 'has a path that leads out of the archive'];
  if (!server || parts.length === 0) return undefined;
  if (parts[0] !== server) return ['file-server', `lies outside of the folder ${server}`];
  if (type === 'file' && !isWanted(parts)) return ['file-server', 'is no daily file, and is not read'];
  return undefined;
}

/** Packed, a few kilobytes can stand for millions of lines, each of which is looked at. In a file that is not packed a line takes a byte. */
function countLines(source: ByteReader, lines: number): void {
  source.lines += lines;
  if (source.lines <= linesFree.most + linesRatio.most * source.position) return;
  throw beyond(
    source.file,
    `unpacks to more than ${linesRatio.most} line a byte: ${grouped(source.lines)} lines after ${source.position} bytes`,
  );
}

/** Reads files to lines, unpacking gzip and tar, in each other too. */
export class ContentReader {
  readonly #handlers: LogHandlers;
  readonly #maxLine: number;
  /** How many files and problems the handlers were told of. */
  told = 0;

  /** @param maxLine bytes of the longest line to be given */
  constructor(handlers: LogHandlers, maxLine: number) {
    this.#handlers = handlers;
    this.#maxLine = maxLine;
  }

  /**
   * Reads a file and closes it. Damage in it becomes a problem; the lines before it are given, but not one that it cuts.
   *
   * @param file describes the file, should it hold lines
   * @param depth how many archives the file is packed in
   * @param gzips how many of them, next around it, are gzip
   * @throws CorruptArchiveError when an archive around the file is damaged, and what a handler throws
   */
  async read(input: ByteReader, file: LogFile, depth = 0, gzips = 0): Promise<void> {
    try {
      const content = sniff(await input.peek(SNIFFED));
      if (content !== 'lines' && depth >= packings.most)
        throw beyond(input.file, `is packed more than ${packings.most} times`);
      if (content === 'gzip' && gzips === 1) this.problem(input.file, 'is packed by gzip more than once', 'file-gzip');
      if (content === 'lines') await this.#readLines(input, file);
      else if (content === 'tar') await this.#readTar(input, depth + 1);
      else if (content === 'gzip')
        await this.read(new ByteReader(input.file, gunzip(input), input.source), file, depth + 1, gzips + 1);
      else if (content === 'gpg')
        throw new CorruptArchiveError(
          input.file,
          'is encrypted by gpg: decrypt it first, as gpg --output FILE --decrypt FILE.gpg does where its key is',
        );
      else throw new CorruptArchiveError(input.file, `is packed by ${content}, which is not read: unpack it first`);
    } catch (error) {
      if (!(error instanceof CorruptArchiveError) || error.file !== input.file) throw error;
      this.problem(error.file, error.message, error.rule);
    } finally {
      await input.close();
    }
  }

  /** Tells of what is wrong with a file. */
  problem(file: string, message: string, rule: RuleId = 'file-archive'): void {
    this.told += 1;
    this.#handlers.problem({ file, rule, message });
  }

  async #readLines(input: ByteReader, file: LogFile): Promise<void> {
    this.told += 1;
    this.#handlers.file(file);
    const splitter = new LineSplitter(this.#handlers, this.#maxLine);
    for (let chunk = await input.some(); chunk; chunk = await input.some()) {
      countLines(input.source, splitter.push(chunk));
    }
    splitter.end();
  }

  async #readTar(input: ByteReader, depth: number): Promise<void> {
    const server = archiveServer(input.file);
    // A server without a line has an archive without a file.
    if (server !== undefined) this.told += 1;
    const names = new Set<string>();
    let members = 0;
    for await (const member of tarEntries(input)) {
      members += 1;
      if (members > tarMembers.most)
        throw beyond(input.file, `the tar has more than ${grouped(tarMembers.most)} members`);
      const path = `${input.file}:${member.name}`;
      const parts = pathParts(member.name);
      const [rule, message] = memberFault(member, parts, server) ?? [];
      if (rule && message) this.problem(path, message, rule);
      if (member.type !== 'file' || !isWanted(parts)) continue;
      const name = digest(member.name);
      if (names.has(name)) this.problem(path, 'has the name of an earlier file of the archive', 'file-name');
      names.add(name);
      await this.read(new ByteReader(path, member.content, input.source), memberFile(path, parts), depth);
    }
  }
}
