/** Validation of one file that was found, as far as it needs to know of no other. */
import type { LogFile } from '../archive/log-file.ts';
import type { Scan, Tell } from '../archive/notes.ts';
import type { Problem } from '../archive/read-content.ts';
import { MAX_LINE } from '../archive/split.ts';
import { textOf } from '../line/decode-utf8.ts';
import { validateLine, type Finding } from '../line/index.ts';
import { recognize } from '../line/recognize.ts';
import { partLine, type Dialect, type Prefix } from '../spec/index.ts';
import { DialectDetector } from './dialect-detector.ts';
import { LogRules, type FileEnd, type Place } from './log-rules/index.ts';
import { readLine } from './log-rules/line-read.ts';
import { ToldSessions, type Owned } from './log-rules/sessions.ts';

/** What is noted of a line: findings in the order in which they are told, and what those of other files decide. */
export interface LineNote {
  readonly number: number;
  readonly alone: readonly Finding[];
  /** See DuplicateLines. */
  readonly repeated: LogRules['repeated'];
  readonly ofHead: string | undefined;
  readonly time: Finding | undefined;
  readonly earlier: LogRules['earlier'];
}

/** What is noted of lines that follow each other. */
export interface LinesNote {
  /** The number of the first. */
  readonly first: number;
  readonly count: number;
  /** Of each line, the number of what it says of a session; 0 for nothing. */
  readonly owned: Uint16Array;
  /** What no line before them has said; its numbers go on. */
  readonly told: readonly Owned[];
  /** Whether the numbers begin anew behind them. */
  readonly endsNumbers: boolean;
  /** Of lines of which there is anything to note. */
  readonly notes: readonly LineNote[];
  readonly prefixes: readonly Prefix[];
}

/** What is noted of a file, in the order in which it happens. */
export type ScanNote =
  | { readonly file: LogFile }
  /** The file has a line, and a dialect; whether it is the first of those that were scanned together. */
  | { readonly dialect: Dialect; readonly place: Place; readonly isFirst: boolean }
  | { readonly lines: LinesNote }
  | { readonly problem: Problem }
  /** What was scanned together ends. */
  | { readonly end: FileEnd | undefined };

/** What a scan must know. */
export interface ScanOptions {
  readonly dialect: Dialect | undefined;
  readonly loadable: boolean;
  readonly maxLine: number | undefined;
}

/** Lines that are noted together. */
const TOGETHER = 2048;
/** Bytes of a note of lines, of what is said of a session, of a line, and of a finding, about. */
const SIZES = { lines: 2 * TOGETHER, told: 150, note: 200, finding: 400 };
/** Bytes of notes that are told together. */
const MOST = 256 * 1024;

const NOTHING: readonly Finding[] = [];
const NOT_UTF8: readonly Finding[] = [{ rule: 'line-utf8', path: '', message: 'expected valid UTF-8' }];

/** Sees each line, however it is found. */
export type LineWatch = (number: number, offset: number) => void;

export class ValidationScan implements Scan {
  readonly #options: ScanOptions;
  readonly #tell: Tell<ScanNote>;
  readonly #watch: LineWatch | undefined;
  readonly #rules = new LogRules();
  readonly #sessions = new ToldSessions((owned) => this.#told.push(owned));
  #file: LogFile | undefined;
  #dialect: Dialect = 'documented';
  /** Whether a line of a file has been checked; of this file. */
  #hasBegun = false;
  #begun = false;
  /** Until the file's dialect is known. */
  #vote: DialectDetector | undefined;

  #first = 1;
  #count = 0;
  #owned = new Uint16Array(TOGETHER);
  #told: Owned[] = [];
  #notes: LineNote[] = [];
  #size = SIZES.lines;
  #prefixes = new Set<Prefix>();

  constructor(options: ScanOptions, tell: Tell<ScanNote>, watch?: LineWatch) {
    this.#options = options;
    this.#tell = tell;
    this.#watch = watch;
  }

  file(file: LogFile): void {
    this.#settle();
    this.#tell({ file }, SIZES.note);
    this.#file = file;
    this.#begun = false;
    this.#vote = new DialectDetector();
    if (this.#options.dialect) this.#decide(this.#options.dialect);
  }

  line(bytes: Buffer, number: number, offset: number): void {
    this.#watch?.(number, offset);
    if (!this.#vote) this.#checkLine(bytes, number);
    else if (this.#vote.line(bytes, number)) this.#decide(this.#vote.end().dialect);
  }

  tooLong(length: number, number: number, offset: number): void {
    this.#watch?.(number, offset);
    this.#endVote();
    const message = `expected a line of at most ${this.#options.maxLine ?? MAX_LINE} bytes, got ${length}`;
    this.#add(number, 0, [{ rule: 'line-length', path: '', message }]);
  }

  problem(problem: Problem): void {
    this.#settle();
    this.#tell({ problem }, SIZES.note);
  }

  end(): void {
    this.#settle();
    this.#tell({ end: this.#rules.end() }, SIZES.note);
  }

  /** Checks the lines that still wait, and tells what was noted. */
  #settle(): void {
    this.#endVote();
    this.#tellLines();
  }

  #endVote(): void {
    if (this.#vote) this.#decide(this.#vote.end().dialect);
  }

  #decide(dialect: Dialect): void {
    const { lines } = this.#vote!.end();
    this.#vote = undefined;
    this.#dialect = dialect;
    for (const { bytes, number } of lines) this.#checkLine(bytes, number);
  }

  /** A file counts from its first line: one without any comes between no others. */
  #begin(): void {
    this.#tellLines();
    const place = this.#rules.file(this.#file!, this.#dialect);
    this.#tell({ dialect: this.#dialect, place, isFirst: !this.#hasBegun }, SIZES.note);
    this.#begun = true;
    this.#hasBegun = true;
  }

  #checkLine(bytes: Buffer, number: number): void {
    if (!this.#begun) this.#begin();
    const text = textOf(bytes);
    if (text === undefined) return this.#add(number, 0, NOT_UTF8);
    if (this.#dialect === 'current') this.#seePrefix(text);
    const recognized = recognize(text, this.#dialect);
    const alone = recognized ? NOTHING : validateLine(text, this.#dialect, this.#options.loadable);
    const line = recognized ?? readLine(text, alone);
    if (line === undefined) return this.#add(number, 0, alone);
    const rules = this.#rules;
    const found = rules.check(text, number, line);
    const owned = this.#sessions.numberOf(line);
    if (!found && alone.length === 0 && rules.ofHead === undefined) return this.#add(number, owned);
    const { repeated, ofHead, time, earlier } = rules;
    this.#add(number, owned, alone, { repeated, ofHead, time, earlier });
  }

  #seePrefix(text: string): void {
    const { prefix } = partLine(text);
    if (prefix !== undefined) this.#prefixes.add(prefix);
  }

  #add(
    number: number,
    owned: number,
    alone?: readonly Finding[],
    rules: Pick<LineNote, 'repeated' | 'ofHead' | 'time' | 'earlier'> = {
      repeated: undefined,
      ofHead: undefined,
      time: undefined,
      earlier: undefined,
    },
  ): void {
    if (this.#count === 0) this.#first = number;
    this.#owned[this.#count] = owned;
    this.#count += 1;
    if (alone !== undefined) {
      this.#notes.push({ number, alone, ...rules });
      this.#size += SIZES.note + SIZES.finding * alone.length;
    }
    if (this.#count === TOGETHER || this.#size > MOST || this.#sessions.isFull) this.#tellLines();
  }

  #tellLines(): void {
    if (this.#count === 0) return;
    const endsNumbers = this.#sessions.isFull;
    if (endsNumbers) this.#sessions.clear();
    const lines: LinesNote = {
      first: this.#first,
      count: this.#count,
      owned: this.#owned.slice(0, this.#count),
      told: this.#told,
      endsNumbers,
      notes: this.#notes,
      prefixes: [...this.#prefixes],
    };
    this.#count = 0;
    const size = this.#size + SIZES.told * this.#told.length;
    this.#size = SIZES.lines;
    this.#told = [];
    this.#notes = [];
    this.#prefixes.clear();
    this.#tell({ lines }, size);
  }
}
