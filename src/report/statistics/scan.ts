/** What the lines of one file tell statistics, so that several files can be read at a time. */
import type { LogFile } from '../../archive/log-file.ts';
import type { Scan, Tell } from '../../archive/notes.ts';
import type { Problem } from '../../archive/read-content.ts';
import { isObject } from '../../base/shape.ts';
import { parseInstant } from '../../base/time.ts';
import { tryJson } from '../../line/decode.ts';
import { textOf } from '../../line/decode-utf8.ts';
import { lineKind } from '../../line/validate.ts';
import { eventTypeOf, LINE_CUT, partLine, type Dialect, type EventSource, type EventType } from '../../spec/index.ts';
import {
  pageClose,
  pauseVideo,
  playVideo,
  problemChecked,
  saveProblemCheck,
  seekVideo,
  seqGoto,
  seqNext,
  seqPrev,
  speedChangeVideo,
} from '../../spec/events/index.ts';
import { CLOCK, DAY } from '../../spec/values.ts';
import { indexOfType, TYPE_IDS } from './families.ts';
import { LONGEST_NAME } from './numbered.ts';
import { readVideoEvent, VIDEO_EVENTS, type VideoEvent } from './viewers.ts';

/** What some lines of a file tell, which follow each other. */
export interface LinesNote {
  readonly lines: number;
  /** With their newlines. */
  readonly bytes: number;
  readonly broken: number;
  readonly cut: number;
  readonly timeless: number;
  /** Of each line that can be read and has a time: that, its type in TYPE_IDS, and whose it is in `names`, from 1; 0 for nobody's. */
  readonly times: Float64Array;
  readonly types: Uint16Array;
  readonly users: Uint16Array;
  readonly names: readonly string[];
  /** What lines tell of videos and problems, WIDTH numbers of each: its place in `times`, a deed, whose place in `names` the id has, and two more. */
  readonly deeds: Float64Array;
}

/** Numbers of a deed. */
export const WIDTH = 5;
/** Deeds: events of videos have a position and a speed; a page that is closed nothing; a check its number of attempts, and 1 where it is right. */
export const DEEDS = [...VIDEO_EVENTS, 'close', 'check'] as const;
type Deed = (typeof DEEDS)[number];

/** What is noted of a file, in the order in which it happens. */
export type ScanNote = { readonly file: LogFile } | { readonly lines: LinesNote } | { readonly problem: Problem };

/** Lines that are noted together. */
const TOGETHER = 2048;
/** Bytes of a note, and of each line in it and each name beside its text, about. */
const SIZES = { note: 400, line: 12, name: 40 };
/** Bytes of names that are noted together: those of hostile lines are of any length. */
const MOST_NAMES = 256 * 1024;

/** A time as any dialect spells it. */
const INSTANT = new RegExp(`^${DAY}T${CLOCK}(\\.\\d{6})?(\\+00:00)?$`);

/** Dialects in the order in which a line's type is looked for: a line of today has a name, and is of none else. */
const EARLIER: readonly Dialect[] = ['deployed', 'documented'];
const TODAY: readonly Dialect[] = ['current'];
const UNKNOWN = TYPE_IDS.length - 1;

type Values = Readonly<Record<string, unknown>>;

/** An event type, the dialect that knows it, and what is looked for in its payload. */
interface Known {
  readonly type: EventType;
  readonly dialect: Dialect;
  readonly index: number;
  readonly deed: Deed | undefined;
}

const DEED_OF = new Map<EventType, Deed>([
  [playVideo, 'play'],
  [pauseVideo, 'pause'],
  [seekVideo, 'seek'],
  [speedChangeVideo, 'speed'],
  [pageClose, 'close'],
  // What stands in the place of a video's element takes its player away.
  [seqNext, 'close'],
  [seqPrev, 'close'],
  [seqGoto, 'close'],
  [saveProblemCheck, 'check'],
  [problemChecked, 'check'],
]);

/** Event type of a line, in the dialect that knows it; undefined when none does. */
function typeOf(source: unknown, name: unknown, dialects: readonly Dialect[]): Known | undefined {
  if (typeof name !== 'string') return undefined;
  for (const dialect of dialects) {
    const type = eventTypeOf(dialect, source as EventSource, name);
    if (type) return { type, dialect, index: indexOfType.get(type) ?? UNKNOWN, deed: DEED_OF.get(type) };
  }
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** A name, shortened where it is too long to be known by. */
const named = (name: string): string => (name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME + 1) : name);

/** A part of a line keeps the whole of it in memory, until it is copied. */
const copied = (text: string): string => Buffer.from(text).toString();

export class StatisticsScan implements Scan {
  readonly #tell: Tell<ScanNote>;
  #lines = 0;
  #bytes = 0;
  #broken = 0;
  #cut = 0;
  #timeless = 0;
  #count = 0;
  readonly #times = new Float64Array(TOGETHER);
  readonly #types = new Uint16Array(TOGETHER);
  readonly #users = new Uint16Array(TOGETHER);
  #places = new Map<string, number>();
  #names: string[] = [];
  #nameBytes = 0;
  #deeds: number[] = [];

  constructor(tell: Tell<ScanNote>) {
    this.#tell = tell;
  }

  file(file: LogFile): void {
    this.end();
    this.#tell({ file }, SIZES.note);
  }

  line(bytes: Buffer): void {
    this.#begin(bytes.length);
    const text = textOf(bytes);
    // To recognize lines, as validate does, takes longer than to parse them: nothing else is asked of them here.
    const line =
      text === undefined ? undefined : tryJson(text.startsWith('{') ? text : text.slice(partLine(text).start));
    if (isObject(line)) this.#read(line);
    else if (text?.length === LINE_CUT && text.startsWith('{"')) this.#cut += 1;
    else this.#broken += 1;
  }

  tooLong(length: number): void {
    this.#begin(length);
    this.#broken += 1;
  }

  problem(problem: Problem): void {
    this.end();
    this.#tell({ problem }, SIZES.note);
  }

  end(): void {
    if (this.#lines === 0) return;
    const size = SIZES.note + SIZES.line * this.#count + this.#nameBytes + 8 * this.#deeds.length;
    const lines: LinesNote = {
      lines: this.#lines,
      bytes: this.#bytes,
      broken: this.#broken,
      cut: this.#cut,
      timeless: this.#timeless,
      times: this.#times.slice(0, this.#count),
      types: this.#types.slice(0, this.#count),
      users: this.#users.slice(0, this.#count),
      names: this.#names,
      deeds: Float64Array.from(this.#deeds),
    };
    this.#lines = 0;
    this.#bytes = 0;
    this.#broken = 0;
    this.#cut = 0;
    this.#timeless = 0;
    this.#count = 0;
    this.#places.clear();
    this.#names = [];
    this.#nameBytes = 0;
    this.#deeds = [];
    this.#tell({ lines }, size);
  }

  #begin(length: number): void {
    if (this.#lines === TOGETHER || this.#nameBytes > MOST_NAMES) this.end();
    this.#lines += 1;
    this.#bytes += length + 1;
  }

  #read(line: Values): void {
    const { time: written, username, name, event_source: source, event_type } = line;
    const time = isText(written) && INSTANT.test(written) ? parseInstant(written) : NaN;
    if (Number.isNaN(time)) {
      this.#timeless += 1;
      return;
    }
    const known = typeOf(source, event_type, name === undefined ? EARLIER : TODAY);
    const user = isText(username) ? username : '';
    this.#add(time, known, user);
    if (user !== '' && known?.deed) this.#look(known, known.deed, line['event']);
  }

  #add(time: number, known: Known | undefined, username: string): void {
    const at = this.#count;
    this.#times[at] = time;
    this.#types[at] = known?.index ?? UNKNOWN;
    this.#users[at] = username === '' ? 0 : this.#placeOf(username);
    this.#count += 1;
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const copy = copied(name);
    this.#names.push(copy);
    this.#nameBytes += SIZES.name + 2 * name.length;
    this.#places.set(copy, this.#names.length);
    return this.#names.length;
  }

  /** Notes the payloads of events of videos and of checked problems. */
  #look({ type, dialect }: Known, deed: Deed, event: unknown): void {
    if (deed === 'close') return this.#note(deed, '', 0, 0);
    const decoded = lineKind(type, dialect).decode(event);
    if (!('value' in decoded) || !isObject(decoded.value)) return;
    if (deed === 'check') this.#noteCheck(decoded.value);
    else this.#noteVideo(deed, decoded.value);
  }

  #noteVideo(event: VideoEvent, payload: Values): void {
    const { id } = payload;
    if (!isText(id)) return;
    const [position = NaN, speed] = readVideoEvent(event, payload);
    this.#note(event, id, position, speed);
  }

  #noteCheck({ problem_id: id, attempts, success }: Values): void {
    if (!isText(id) || typeof attempts !== 'number' || !(attempts >= 1)) return;
    this.#note('check', id, Math.floor(attempts), success === 'correct' ? 1 : 0);
  }

  #note(deed: Deed, id: string, first: number, second: number): void {
    this.#deeds.push(this.#count - 1, DEEDS.indexOf(deed), id === '' ? 0 : this.#placeOf(named(id)), first, second);
  }
}
