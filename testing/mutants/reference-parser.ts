import { readFileSync } from 'node:fs';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import type { FileAnswer, LineAnswer, Parser, ParserContext, ParserDepth } from '../../conformance/subjects/parser.ts';
import { gunzip } from './gzip.ts';
import { linesOf } from './lines.ts';
import { isObject, ReferencePayloads, type Fields, type Json } from './payloads.ts';
import { membersOf, type Member } from './tar.ts';

export type Bytes = Uint8Array;

const UNTOUCHED = ['username', 'host', 'ip', 'agent', 'page', 'event_source', 'event_type'];
/** What today's lines have besides. */
const TODAYS = ['name', 'context', 'referer', 'accept_language'];
const GZIP = 0x8b1f;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * A right parser of tracking logs, of all dialects, down to payloads and archives. It is written from the pages that
 * define the format and the protocol, and shares no code with what it is compared with (src/line, src/archive,
 * conformance/inputs), so that either can find the other wrong: what looks like a duplicate here is meant to be one.
 *
 * Each method is one step on the way from bytes to records. A mutant is this class with one step done wrong.
 */
export class ReferenceParser extends ReferencePayloads implements Parser {
  name = 'right';
  level: ParserDepth = 'payload';
  dialects: readonly Dialect[] = DIALECTS;

  parse(chunks: readonly Bytes[], { dialect }: ParserContext): LineAnswer[] {
    return this.readLog(chunks, dialect);
  }

  /** @param chunks pieces of one file, cut anywhere */
  readLog(chunks: Iterable<Bytes>, dialect: Dialect): LineAnswer[] {
    return Array.from(this.splitLines(chunks), (bytes, index) =>
      this.readLine(index === 0 ? this.skipMark(bytes) : bytes, dialect),
    );
  }

  splitLines(chunks: Iterable<Bytes>): Iterable<Bytes> {
    return linesOf(chunks);
  }

  /** @param bytes the first line of a file */
  skipMark(bytes: Bytes): Bytes {
    return BYTE_ORDER_MARK.equals(bytes.subarray(0, BYTE_ORDER_MARK.length))
      ? bytes.subarray(BYTE_ORDER_MARK.length)
      : bytes;
  }

  readLine(bytes: Bytes, dialect: Dialect): LineAnswer {
    try {
      const text = this.decodeText(bytes);
      const line = this.parseJson(dialect === 'current' ? this.skipPrefix(text) : text);
      return this.isRecord(line)
        ? { ok: true, record: this.makeRecord(line, dialect) }
        : { ok: false, error: 'no JSON object' };
    } catch (error) {
      return { ok: false, error: String(error) };
    }
  }

  /** @throws TypeError for what is no UTF-8 */
  decodeText(bytes: Bytes): string {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }

  /** What Tutor's logging puts before a line of today. */
  skipPrefix(text: string): string {
    return /^[^{]* \[tracking\] [^{]* - (?=\{)/.test(text) ? text.slice(text.indexOf('{')) : text;
  }

  isRecord(line: Json): line is Fields {
    return isObject(line);
  }

  makeRecord(line: Fields, dialect: Dialect): Fields {
    const record: Fields = {};
    for (const field of dialect === 'current' ? [...UNTOUCHED, ...TODAYS] : UNTOUCHED)
      if (field in line) record[field] = line[field];
    if ('time' in line) record['time'] = this.readTime(line['time']);
    if ('event' in line) record['event'] = this.readEvent(line, dialect);
    record['session'] = this.readSession(line);
    return record;
  }

  /** Null where the line has no such key. */
  readSession(line: Fields): Json {
    return line['session'] ?? null;
  }

  readTime(time: Json): Json {
    return time;
  }

  archive(path: string, { dialect }: ParserContext): FileAnswer[] {
    return this.readArchive(readFileSync(path), dialect);
  }

  /**
   * The log files of a tar of one server or several.
   *
   * @throws Error when the archive or a file in it is cut or damaged
   */
  readArchive(tar: Buffer, dialect: Dialect): FileAnswer[] {
    const files: FileAnswer[] = [];
    for (const member of this.members(tar)) {
      const logName = this.logNameOf(member);
      if (logName) files.push({ ...logName, lines: this.readMember(member, dialect) });
    }
    return files;
  }

  members(tar: Buffer): Iterable<Member> {
    return membersOf(tar);
  }

  /** Server and name of a member; undefined for what is no file in the folder of a server, or hidden. */
  logNameOf({ name, flag }: Member): { server: string; name: string } | undefined {
    const [server, ...rest] = name.split('/').filter((part) => part !== '.');
    const inside = server && rest.length > 0 && ![server, ...rest].some((part) => part.startsWith('.') || part === '');
    return flag === '0' && inside ? { server, name: rest.join('/') } : undefined;
  }

  readMember({ name, content }: Member, dialect: Dialect): LineAnswer[] {
    return this.readLog(name.endsWith('.gz') ? this.unpackAll(content) : [content], dialect);
  }

  /** What was packed twice is unpacked twice. */
  unpackAll(gzip: Buffer): Iterable<Bytes> {
    const content = Buffer.concat([...this.unpack(gzip)]);
    return content.length > 1 && content.readUInt16LE() === GZIP ? this.unpackAll(content) : [content];
  }

  /** @throws Error when the data is cut or damaged */
  unpack(gzip: Buffer): Iterable<Bytes> {
    return gunzip(gzip);
  }
}
