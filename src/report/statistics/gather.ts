import type { Problem } from '../../archive/read-content.ts';
import { readLogs, type ReadOptions } from '../../archive/read.ts';
import { tryJson } from '../../line/decode.ts';
import { textOf } from '../../line/decode-utf8.ts';
import { isObject } from '../../base/shape.ts';
import { parseInstant } from '../../base/time.ts';
import { lineKind } from '../../line/validate.ts';
import { eventTypeOf, LINE_CUT, partLine, type Dialect, type EventSource, type EventType } from '../../spec/index.ts';
import {
  pageClose,
  pauseVideo,
  playVideo,
  problemChecked,
  saveProblemCheck,
  seekVideo,
  speedChangeVideo,
} from '../../spec/events/index.ts';
import { CLOCK, DAY } from '../../spec/values.ts';
import { Activity } from './activity.ts';
import { indexOfType, TYPE_IDS } from './families.ts';
import { Learners } from './learners.ts';
import { Servers } from './servers.ts';
import { Viewers } from './viewers.ts';

/** A time as any dialect spells it. */
const INSTANT = new RegExp(`^${DAY}T${CLOCK}(\\.\\d{6})?(\\+00:00)?$`);

/** Dialects in the order in which a line's type is looked for: a line of today has a name, and is of none else. */
const EARLIER: readonly Dialect[] = ['deployed', 'documented'];
const TODAY: readonly Dialect[] = ['current'];
const dialectsOf = ({ name }: Values): readonly Dialect[] => (name === undefined ? EARLIER : TODAY);
const UNKNOWN = TYPE_IDS.length - 1;
const MOST_PROBLEMS = 20;

type Values = Readonly<Record<string, unknown>>;

/** Event type of a line, in the dialect that knows it; undefined when none does. */
function typeOf(line: Values): { readonly type: EventType; readonly dialect: Dialect } | undefined {
  const { event_source: source, event_type: name } = line;
  if (typeof name !== 'string') return undefined;
  for (const dialect of dialectsOf(line)) {
    const type = eventTypeOf(dialect, source as EventSource, name);
    if (type) return { type, dialect };
  }
  return undefined;
}

/** Decoded payload of a line; undefined when it is no object. */
function payloadOf(type: EventType, dialect: Dialect, { event }: Values): Values | undefined {
  const decoded = lineKind(type, dialect).decode(event);
  return 'value' in decoded && isObject(decoded.value) ? decoded.value : undefined;
}

/** Statistics of logs, counted while they are read once. Each part bounds its memory. */
export class LogStatistics {
  readonly activity = new Activity();
  readonly learners: Learners;
  readonly viewers: Viewers;
  readonly servers = new Servers();
  lines = 0;
  bytes = 0;
  /** Lines that are no JSON object in UTF-8, or too long to be read. */
  broken = 0;
  /** Lines that the platform cut off at its limit of length. */
  cut = 0;
  /** Lines whose time is missing or no date. */
  timeless = 0;
  /** Problems of files and archives: the first ones, and the number of all. */
  readonly problems: Problem[] = [];
  problemCount = 0;

  /** @param bound the most cells of each sample; see EvenSample */
  constructor(bound?: number) {
    this.learners = new Learners(bound);
    this.viewers = new Viewers(bound);
  }

  line(bytes: Buffer): void {
    this.#count(bytes.length);
    const text = textOf(bytes);
    const line =
      text === undefined ? undefined : tryJson(text.startsWith('{') ? text : text.slice(partLine(text).start));
    if (isObject(line)) this.#read(line);
    else if (text?.length === LINE_CUT && text.startsWith('{"')) this.cut += 1;
    else this.#break();
  }

  tooLong(length: number): void {
    this.#count(length);
    this.#break();
  }

  problem(problem: Problem): void {
    this.problemCount += 1;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  #count(length: number): void {
    this.lines += 1;
    this.bytes += length + 1;
    this.servers.line(length);
  }

  #break(): void {
    this.broken += 1;
    this.servers.unread();
  }

  #read(line: Values): void {
    const { time: written, username } = line;
    const time = typeof written === 'string' && INSTANT.test(written) ? parseInstant(written) : NaN;
    if (Number.isNaN(time)) {
      this.timeless += 1;
      this.servers.unread();
      return;
    }
    this.servers.time(time);
    const known = typeOf(line);
    const isAnonymous = typeof username !== 'string' || username === '';
    this.activity.add(time, (known && indexOfType.get(known.type)) ?? UNKNOWN, isAnonymous);
    if (isAnonymous) return;
    this.learners.see(username, time);
    if (known) this.#look(known.type, known.dialect, line, username, time);
  }

  /** Counts the payloads of clicks on videos and of checked problems. */
  #look(type: EventType, dialect: Dialect, line: Values, username: string, time: number): void {
    if (type === pageClose) this.viewers.close(username, time);
    else if (type === playVideo || type === pauseVideo) {
      const payload = payloadOf(type, dialect, line);
      if (payload) this.viewers.click(username, time, type === playVideo ? 'play' : 'pause', payload);
    } else if (type === seekVideo || type === speedChangeVideo) {
      const payload = payloadOf(type, dialect, line);
      if (payload) this.viewers.change(username, time, type === seekVideo ? 'seek' : 'speed', payload);
    } else if (type === saveProblemCheck || type === problemChecked) {
      const { problem_id: id, attempts, success } = payloadOf(type, dialect, line) ?? {};
      if (typeof id !== 'string' || typeof attempts !== 'number' || !(attempts >= 1)) return;
      this.learners.check(username, time, id, Math.floor(attempts), success === 'correct');
    }
  }
}

/** Options of {@link gather}. */
export interface GatherOptions extends ReadOptions {
  /** The most numbers that each sample of people holds; 4 million by default. */
  readonly bound?: number | undefined;
}

/**
 * Reads logs of any packing once, and counts.
 *
 * @throws ReadError when a path cannot be read or leads to no log
 */
export async function gather(
  paths: readonly string[],
  { bound, ...options }: GatherOptions = {},
): Promise<LogStatistics> {
  const statistics = new LogStatistics(bound);
  const handlers = {
    file: (file: Parameters<Servers['file']>[0]) => statistics.servers.file(file),
    line: (bytes: Buffer) => statistics.line(bytes),
    tooLong: (length: number) => statistics.tooLong(length),
    problem: (problem: Problem) => statistics.problem(problem),
  };
  await readLogs(paths, handlers, options);
  return statistics;
}
