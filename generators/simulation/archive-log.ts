import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import type { LineEncoder } from '../../src/line/encode.ts';
import { SECOND } from '../../src/base/time.ts';
import { eventTypeId, type EventType } from '../../src/spec/index.ts';
import type { Line } from './delayed-events.ts';
import { encoderOf, LONGEST_LINE, serverName, serversOf, type PackedPlan } from './plan.ts';
import type { Log } from './pool.ts';
import { rotationOf, type Rotation } from './rotation.ts';
import { tutorPrefix } from './tutor-prefix.ts';

interface ServerLog {
  readonly writer: LogWriter;
  readonly rotation: Rotation;
  fileEnd: number;
}

/** Writes a pool's lines to the archives of its servers. */
export class ArchiveLog implements Log {
  readonly #plan: PackedPlan;
  readonly #longest: number;
  readonly #hasPrefix: boolean;
  readonly #servers: readonly ServerLog[];
  readonly #types = new Map<EventType, { readonly encode: LineEncoder; lines: number }>();
  /** Lines so far. */
  lines = 0;

  /**
   * @param pool the pool's index in the plan
   * @param writerOf gives what writes a server's archive, by the server's name
   */
  constructor(plan: PackedPlan, pool: number, writerOf: (server: string) => LogWriter) {
    this.#plan = plan;
    this.#longest = LONGEST_LINE[plan.dialect];
    this.#hasPrefix = plan.prefix === 'tutor';
    this.#servers = serversOf(pool, plan.servers).map((server) => ({
      writer: writerOf(serverName(server, plan.packaging)),
      rotation: rotationOf(plan, server),
      fileEnd: 0,
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
    return true;
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
    log.writer.nextFile(log.rotation.dayOf(log.fileEnd), Math.floor(log.fileEnd / SECOND));
  }
}
