import { DAY } from '../../base/time.ts';
import type { LogFile } from '../../archive/log-file.ts';
import { Numbered } from './numbered.ts';

/** Rows at most, more than `generate` makes of servers, files or days; what comes beyond is counted in one row. */
const MOST_FILES = 20_000;
const MOST_SERVERS = 1000;
const MOST_DAYS = 4000;

/** Counts of one file. */
export interface FileRow {
  readonly path: string;
  readonly server: string;
  lines: number;
  /** Bytes of its text, uncompressed. */
  bytes: number;
  /** Lines that could not be read. */
  unread: number;
  /** Times of its earliest and latest line; infinite when none has a time. */
  first: number;
  last: number;
}

/** Counts of all files of one server. */
export interface ServerRow {
  readonly name: string;
  files: number;
  lines: number;
  bytes: number;
  /** Lines by day since 1970. */
  readonly days: Map<number, number>;
}

const OTHERS = 'others';
const newFile = (path: string, server: string): FileRow => ({
  path,
  server,
  lines: 0,
  bytes: 0,
  unread: 0,
  first: Infinity,
  last: -Infinity,
});
const newServer = (name: string): ServerRow => ({ name, files: 0, lines: 0, bytes: 0, days: new Map() });

/** Counts lines by server, day and file. */
export class Servers {
  readonly files: FileRow[] = [];
  /** Number of files, those beyond the bound included, which have no row. */
  fileCount = 0;
  readonly #others = newServer(OTHERS);
  readonly #servers = new Numbered<ServerRow>(MOST_SERVERS, (_, name) => newServer(name));
  #file = newFile('', '');
  #server = this.#others;
  #day = NaN;
  #onDay = 0;

  /** Rows of all servers, by name; those beyond the bound in one. */
  rows(): ServerRow[] {
    this.#settle();
    const named = [...this.#servers.items.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#others.files > 0 ? [...named, this.#others] : named;
  }

  /** Begins a file. */
  file({ path, server = '' }: LogFile): void {
    this.#settle();
    this.#server = this.#servers.get(server) ?? this.#others;
    this.#server.files += 1;
    this.#file = newFile(path, server);
    this.fileCount += 1;
    if (this.files.length < MOST_FILES) this.files.push(this.#file);
  }

  /** @param bytes their newlines included  @param unread how many of them could not be read */
  lines(lines: number, bytes: number, unread: number): void {
    this.#file.lines += lines;
    this.#file.bytes += bytes;
    this.#file.unread += unread;
    this.#server.lines += lines;
    this.#server.bytes += bytes;
  }

  /** Counts the time of a line, microseconds since 1970. */
  time(time: number): void {
    if (time < this.#file.first) this.#file.first = time;
    if (time > this.#file.last) this.#file.last = time;
    const day = Math.floor(time / DAY);
    if (day !== this.#day) {
      this.#settle();
      this.#day = day;
    }
    this.#onDay += 1;
  }

  /** Lines of one day mostly follow each other, so they are counted apart and added together. */
  #settle(): void {
    const { days } = this.#server;
    if (this.#onDay > 0 && (days.has(this.#day) || days.size < MOST_DAYS))
      days.set(this.#day, (days.get(this.#day) ?? 0) + this.#onDay);
    this.#onDay = 0;
    this.#day = NaN;
  }
}
