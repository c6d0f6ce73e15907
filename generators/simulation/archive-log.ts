import { dailyFile, type LogWriter, type WrittenArchive } from '../../src/archive/write-server.ts';
import type { LineEncoder } from '../../src/line/encode.ts';
import { formatInstant, SECOND } from '../../src/base/time.ts';
import { eventTypeId, type EventType } from '../../src/spec/index.ts';
import type { Notes } from '../incidents/notes.ts';
import type { Line } from '../model/line.ts';
import { encoderOf, LONGEST_LINE, serverName, serversOf, type PackedPlan } from './plan.ts';
import type { Log } from './log.ts';
import { rotationOf, type Rotation } from './rotation.ts';
import { tutorPrefix } from './tutor-prefix.ts';

/** Length of `2013-03-06T14`. */
const HOUR_TEXT = 13;

interface ServerLog {
  readonly writer: LogWriter;
  readonly name: string;
  readonly rotation: Rotation;
  fileEnd: number;
  /** Lines of the file that is open, so far. */
  lines: number;
}

/** Writes a pool's lines to the archives of its servers. */
export class ArchiveLog implements Log {
  readonly #plan: PackedPlan;
  readonly #longest: number;
  readonly #hasPrefix: boolean;
  readonly #servers: readonly ServerLog[];
  readonly #notes: Notes | undefined;
  readonly #types = new Map<EventType, { readonly encode: LineEncoder; lines: number }>();
  /** Lines so far. */
  lines = 0;

  /**
   * @param pool the pool's index in the plan
   * @param writerOf gives what writes a server's archive, by the server's name
   * @param notes keep where lines of incidents are
   */
  constructor(plan: PackedPlan, pool: number, writerOf: (server: string) => LogWriter, notes?: Notes) {
    this.#plan = plan;
    this.#longest = LONGEST_LINE[plan.dialect];
    this.#hasPrefix = plan.prefix === 'tutor';
    this.#notes = notes;
    this.#servers = serversOf(pool, plan.servers).map((server) => ({
      writer: writerOf(serverName(server, plan.packaging)),
      name: serverName(server, plan.packaging),
      rotation: rotationOf(plan, server),
      fileEnd: 0,
      lines: 0,
    }));
  }

  line(line: Line): boolean {
    const { server, type, common, time, lag, payload, path } = line;
    const known = this.#types.get(type) ?? this.#meet(type);
    const told = time - lag;
    const text = known.encode(common, told, payload, path);
    if (text.length > this.#longest) return false;
    known.lines += 1;
    this.lines += 1;
    const log = this.#servers[server]!;
    if (time >= log.fileEnd) this.#rotate(log, time);
    log.writer.line(this.#hasPrefix ? tutorPrefix(line) + text : text, told);
    log.lines += 1;
    if (line.marks !== undefined) this.#notes?.line(line.marks, log.name, this.#fileOf(log, log.fileEnd), log.lines);
    return true;
  }

  missing({ server, time }: Pick<Line, 'server' | 'time'>, incident: number): void {
    const log = this.#servers[server]!;
    const file = this.#fileOf(log, log.rotation.endOfFile(time));
    this.#notes?.missing(incident, log.name, file, formatInstant(time).slice(0, HOUR_TEXT));
  }

  #fileOf({ rotation }: ServerLog, end: number): string {
    return dailyFile(rotation.dayOf(end), this.#plan);
  }

  /** Ends all archives. */
  close(): WrittenArchive[] {
    return this.#servers.map(({ writer }) => writer.close());
  }

  /** Lines by event type, named as in manifests. */
  get byEventType(): Record<string, number> {
    return Object.fromEntries([...this.#types].map(([type, { lines }]) => [eventTypeId(type), lines]));
  }

  #meet(type: EventType): { encode: LineEncoder; lines: number } {
    const known = { encode: encoderOf(this.#plan, type), lines: 0 };
    this.#types.set(type, known);
    return known;
  }

  #rotate(log: ServerLog, time: number): void {
    log.fileEnd = log.rotation.endOfFile(time);
    log.lines = 0;
    log.writer.nextFile(log.rotation.dayOf(log.fileEnd), Math.floor(log.fileEnd / SECOND));
  }
}
