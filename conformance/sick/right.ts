import { readFileSync } from 'node:fs';
import type { Dialect } from '../../src/spec/index.ts';
import { gunzip } from './gzip.ts';
import { linesOf } from './lines.ts';
import { isObject, RightPayloads, type Fields, type Json } from './payloads.ts';
import { membersOf, type Member } from './tar.ts';

/** What became of a line. */
export type Line = { readonly ok: true; readonly record: Fields } | { readonly ok: false; readonly error: string };

/** One file of an archive. */
export interface LogFile {
  readonly server: string;
  readonly name: string;
  readonly lines: Line[];
}

const UNTOUCHED = ['username', 'ip', 'agent', 'page', 'event_source', 'event_type'];

/**
 * A right parser of tracking logs, depth `payload`, both dialects, archives too. It is written from the pages that
 * define the format and the protocol, and shares no code with src/line and src/archive, so that either can find the
 * other wrong.
 *
 * Each method is one step on the way from bytes to records. A mutant is this class with one step done wrong.
 */
export class RightParser extends RightPayloads {
  /** @param chunks pieces of one file, cut anywhere */
  parse(chunks: Iterable<Uint8Array>, dialect: Dialect): Line[] {
    return Array.from(this.splitLines(chunks), (bytes) => this.readLine(bytes, dialect));
  }

  splitLines(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
    return linesOf(chunks);
  }

  readLine(bytes: Uint8Array, dialect: Dialect): Line {
    try {
      const line = this.parseJson(this.decodeText(bytes));
      return isObject(line) ? { ok: true, record: this.makeRecord(line, dialect) } : { ok: false, error: 'no JSON object' };
    } catch (error) {
      return { ok: false, error: String(error) };
    }
  }

  /** @throws TypeError for what is no UTF-8 */
  decodeText(bytes: Uint8Array): string {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }

  makeRecord(line: Fields, dialect: Dialect): Fields {
    const record: Fields = {};
    for (const field of UNTOUCHED) if (field in line) record[field] = line[field];
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

  /**
   * The log files of a tar of one server or several.
   *
   * @throws Error when the archive or a file in it is cut or damaged
   */
  readArchive(path: string, dialect: Dialect): LogFile[] {
    const files: LogFile[] = [];
    for (const member of this.members(readFileSync(path))) {
      const place = this.placeOf(member);
      if (place) files.push({ ...place, lines: this.readMember(member, dialect) });
    }
    return files;
  }

  members(tar: Buffer): Iterable<Member> {
    return membersOf(tar);
  }

  /** Server and name of a member; undefined for what is no file in the folder of a server. */
  placeOf({ name, flag }: Member): { server: string; name: string } | undefined {
    const [server, ...rest] = name.replace(/^(\.\/)+/, '').split('/');
    const inside = server && rest.length > 0 && ![server, ...rest].some((part) => part === '..' || part === '');
    return flag === '0' && inside ? { server, name: rest.join('/') } : undefined;
  }

  readMember({ name, content }: Member, dialect: Dialect): Line[] {
    return this.parse(name.endsWith('.gz') ? this.unpack(Buffer.from(content)) : [content], dialect);
  }

  /** @throws Error when the data is cut or damaged */
  unpack(gzip: Buffer): Iterable<Uint8Array> {
    return gunzip(gzip);
  }
}
