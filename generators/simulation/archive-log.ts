import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import type { LineEncoder } from '../../src/line/encode.ts';
import { formatInstant, SECOND } from '../../src/base/time.ts';
import { eventTypeId, type EventType } from '../../src/spec/index.ts';
import type { Notes } from '../incidents/notes.ts';
import type { Line } from '../model/line.ts';
import type { Mark } from '../model/mark.ts';
import { byTime, machinesOf } from './fleet.ts';
import { encoderOf, LONGEST_LINE, type PackedPlan } from './plan.ts';
import type { Log, MissingLine } from './log.ts';
import { isReshaped, reshapedText } from './reshaped.ts';
import { rotationOf, type Rotation } from './rotation.ts';
import { tutorPrefix } from './tutor-prefix.ts';

/** Length of `2013-03-06T14`. */
const HOUR_TEXT = 13;

/** What a pool's text came to: the archives of its servers, where it writes them itself; or how it spreads over the periods of {@link periodOf}. */
export interface PoolText {
  readonly archives: readonly WrittenArchive[];
  /** Bytes by period; where something depends on them. */
  readonly sizes?: readonly number[];
}

/** Takes the text of a pool's lines. */
export interface LineTarget {
  /**
   * Takes a line.
   *
   * @param text with its newline and what stands before it, one character a byte
   * @param told the time that it tells, microseconds since 1970
   */
  line(line: Line, text: string, told: number): void;
  /** Hears that a line is not written, because of an incident by its index. */
  missing(line: MissingLine, incident: number): void;
  /** Ends the text. */
  close(): PoolText;
}

/** A log that is cut into files by the moment of writing. */
export class CutLog {
  readonly #writer: LogWriter;
  readonly #rotation: Rotation;
  readonly #name: string;
  readonly #notes: Notes | undefined;
  #file = '';
  #fileEnd = 0;
  /** Lines of the file that is open, so far. */
  #lines = 0;

  /**
   * @param name by which the truth knows it
   * @param notes keep where lines of incidents are
   */
  constructor(writer: LogWriter, rotation: Rotation, name: string, notes?: Notes) {
    this.#writer = writer;
    this.#rotation = rotation;
    this.#name = name;
    this.#notes = notes;
  }

  /**
   * Takes a line.
   *
   * @param time when it is written, microseconds since 1970
   * @param told the time that it tells
   */
  line(time: number, text: string, told: number, marks?: readonly Mark[]): void {
    if (time >= this.#fileEnd) this.#nextFile(time);
    this.#writer.line(text, told);
    this.#lines += 1;
    if (marks !== undefined) this.#notes?.line(marks, this.#name, this.#file, this.#lines);
  }

  /** Hears that a line of a time is not written, because of an incident. */
  missing(time: number, incident: number): void {
    const file = this.#rotation.nameOf(this.#rotation.endOfFile(time));
    this.#notes?.missing(incident, this.#name, file, formatInstant(time).slice(0, HOUR_TEXT));
  }

  close(): WrittenArchive {
    return this.#writer.close();
  }

  #nextFile(time: number): void {
    this.#fileEnd = this.#rotation.endOfFile(time);
    this.#file = this.#rotation.nameOf(this.#fileEnd);
    this.#lines = 0;
    this.#writer.nextFile(this.#file, Math.floor(this.#fileEnd / SECOND));
  }
}

/** The logs of the machines that stand in one place, one after the other, and since when each does. */
interface PlaceLogs {
  readonly logs: CutLog[];
  readonly from: number[];
}

/** A log for each of a pool's servers. */
export class ServerLogs implements LineTarget {
  readonly #servers: readonly CutLog[];
  readonly #places: PlaceLogs[] = [];
  #worker: CutLog | undefined;

  /**
   * @param pool the pool's index in the plan
   * @param writerOf gives what writes a server's archive, by the server's name
   * @param notes keep where lines of incidents are
   */
  constructor(plan: PackedPlan, pool: number, writerOf: (server: string) => LogWriter, notes?: Notes) {
    const machines = machinesOf(plan, pool);
    this.#servers = machines.map(
      ({ name, number }) => new CutLog(writerOf(name), rotationOf(plan, number), name, notes),
    );
    for (const machine of byTime(machines)) {
      const log = this.#servers[machines.indexOf(machine)]!;
      if (machine.place < 0) this.#worker = log;
      else {
        const { logs, from } = (this.#places[machine.place] ??= { logs: [], from: [] });
        logs.push(log);
        from.push(machine.from);
      }
    }
  }

  line({ server, time, marks, common }: Line, text: string, told: number): void {
    const isOfWorker = this.#worker !== undefined && common.fields.ip === '';
    (isOfWorker ? this.#worker! : this.#at(server, time)).line(time, text, told, marks);
  }

  missing({ server, time }: MissingLine, incident: number): void {
    this.#at(server, time).missing(time, incident);
  }

  /** The log of the machine that stands in a place at a time. */
  #at(place: number, time: number): CutLog {
    const { logs, from } = this.#places[place]!;
    let index = logs.length - 1;
    while (index > 0 && from[index]! > time) index -= 1;
    return logs[index]!;
  }

  close(): PoolText {
    return { archives: this.#servers.map((log) => log.close()) };
  }
}

/** Encodes a pool's lines, and counts them. */
export class ArchiveLog implements Log {
  readonly #plan: PackedPlan;
  readonly #target: LineTarget;
  readonly #longest: number;
  readonly #hasPrefix: boolean;
  readonly #types = new Map<EventType, { readonly encode: LineEncoder; lines: number }>();
  /** Lines so far. */
  lines = 0;

  constructor(plan: PackedPlan, target: LineTarget) {
    this.#plan = plan;
    this.#target = target;
    this.#longest = LONGEST_LINE[plan.dialect];
    this.#hasPrefix = plan.prefix === 'tutor';
  }

  line(line: Line): boolean {
    const { type, common, time, lag, payload, path, more } = line;
    const known = this.#types.get(type) ?? this.#meet(type);
    const told = time - lag;
    const text = isReshaped(line) ? reshapedText(this.#plan, line) : known.encode(common, told, payload, path, more);
    if (text.length > this.#longest) return false;
    known.lines += 1;
    this.lines += 1;
    this.#target.line(line, this.#hasPrefix ? tutorPrefix(line) + text : text, told);
    return true;
  }

  missing(line: MissingLine, incident: number): void {
    this.#target.missing(line, incident);
  }

  /** Ends the text. */
  close(): PoolText {
    return this.#target.close();
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
}
