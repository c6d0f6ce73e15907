import type { LogFile } from '../archive/log-file.ts';
import { readNotes, type NoteTaker, type Tell } from '../archive/notes.ts';
import type { ReadOptions } from '../archive/read.ts';
import type { Problem } from '../archive/read-content.ts';
import type { Finding } from '../line/index.ts';
import type { Dialect, Prefix, RuleId } from '../spec/index.ts';
import { openStore } from '../store/open-store.ts';
import { isNext, type FileEnd } from './log-rules/index.ts';
import { Sessions } from './log-rules/sessions.ts';
import { readManifest } from './run-manifest.ts';
import { ValidationScan, type LineNote, type LinesNote, type ScanNote, type ScanOptions } from './scan.ts';

/** A rule that a log breaks, and where. */
export interface LogFinding extends Finding {
  readonly file: string;
  /** Counts from 1; null for what concerns the file as a whole. */
  readonly line: number | null;
}

/** Result of a validation: counts of what was read and found. */
export interface ValidationSummary {
  readonly files: number;
  readonly lines: number;
  /** Lines without a finding. */
  readonly conforming: number;
  readonly findings: number;
  readonly byRule: ReadonlyMap<RuleId, number>;
  readonly dialects: ReadonlySet<Dialect>;
  /** What stood before the lines of current files: nothing, or a prefix. */
  readonly prefixes: ReadonlySet<Prefix>;
}

/** Options of a validation. Progress counts the bytes read, where it is known how many there are. */
export interface ValidateOptions extends ReadOptions {
  /** Dialect of the logs; by default it is detected by the first lines of each file: only deployed ones and current ones name a host, only current ones languages. */
  readonly dialect?: Dialect | undefined;
  /** Whether deployed lines stand whole, whatever their length; by default the manifest of their run says. */
  readonly loadable?: boolean | undefined;
  /** Whether logs without any line are right. */
  readonly allowEmpty?: boolean | undefined;
  /** Called with each finding, in the order of files and lines. */
  readonly onFinding?: ((finding: LogFinding) => void) | undefined;
  /** Is told what is read, before the findings about it. */
  readonly watch?: LogWatch | undefined;
}

/** Follows what a validation reads. */
export interface LogWatch {
  runs?(runs: readonly string[]): void;
  run?(run: string): void;
  file(file: LogFile): void;
  /** A line was read, of any length; offset in bytes. */
  line(number: number, offset: number): void;
}

const EMPTY: Finding = {
  rule: 'log-empty',
  path: '',
  message: 'expected a line in all that was given, got none',
};

const ofRepeated = (message: string): Finding => ({ rule: 'line-repeated', path: '', message });
const REPEATED = {
  none: undefined,
  line: ofRepeated('expected another line than the one before it'),
  tail: ofRepeated('expected no line of the end of the file before'),
} as const;

const NOTHING: readonly Finding[] = [];

/** Entries of a run's manifest that decide which rules its logs follow. */
interface Nature {
  readonly isEmpty: boolean;
  readonly loadable: boolean;
}

/** Reads a run's manifest; what has none, or something else of that name, is judged as any logs. */
async function natureOf(run: string): Promise<Nature> {
  try {
    const { totals, options } = (await readManifest(await openStore(run))) ?? {};
    return { isEmpty: totals?.['lines'] === 0, loadable: options?.['loadable'] === true };
  } catch {
    return { isEmpty: false, loadable: false };
  }
}

/** A validation under way: takes what was noted of files, and tells what is found in them, and between them. */
class Validation implements NoteTaker<ScanOptions, ScanNote> {
  readonly #onFinding: ValidateOptions['onFinding'];
  readonly #given: ScanOptions;
  readonly #watch: LogWatch | undefined;
  readonly #natures = new Map<string, Nature>();
  readonly byRule = new Map<RuleId, number>();
  readonly dialects = new Set<Dialect>();
  readonly prefixes = new Set<Prefix>();
  files = 0;
  lines = 0;
  conforming = 0;
  findings = 0;
  #sessions = new Sessions();
  #last: FileEnd | undefined;
  /** What the numbers of lines of another's session stand for. */
  readonly #foreign = new Map<number, Finding>();
  #told = 0;
  /** The lines that end the file before, as long as those of this file are among them. */
  #tail: ReadonlySet<string> | undefined;
  #path = '';
  /** The last line of the file that had a finding. */
  #lastBroken = 0;

  constructor({ dialect, loadable = false, maxLine, onFinding, watch }: ValidateOptions) {
    this.#onFinding = onFinding;
    this.#given = { dialect, loadable, maxLine };
    this.#watch = watch;
  }

  readonly scanner = (options: ScanOptions, tell: Tell<ScanNote>): ValidationScan =>
    new ValidationScan(options, tell, this.#watch?.line.bind(this.#watch));

  /** Who watches sees each line as it is read. */
  get thread(): URL | undefined {
    return this.#watch ? undefined : new URL('./validate-thread.js', import.meta.url);
  }

  task(run: string): ScanOptions {
    const { loadable } = this.#given;
    return { ...this.#given, loadable: loadable || this.#natures.get(run)!.loadable };
  }

  async runs(runs: readonly string[]): Promise<void> {
    for (const run of runs) this.#natures.set(run, await natureOf(run));
    this.#watch?.runs?.(runs);
  }

  /** Nothing holds between the lines of two runs. */
  run(run: string): void {
    this.#sessions = new Sessions();
    this.#last = undefined;
    this.#watch?.run?.(run);
  }

  take(note: ScanNote): void {
    if ('lines' in note) this.#takeLines(note.lines);
    else if ('file' in note) this.#file(note.file);
    else if ('dialect' in note) {
      this.dialects.add(note.dialect);
      this.#tail = note.isFirst && isNext(note.place, this.#last) ? new Set(this.#last!.tail) : undefined;
    } else if ('problem' in note) this.problem(note.problem);
    else {
      this.#last = note.end ?? this.#last;
      this.#endNumbers();
    }
  }

  problem({ rule, message, file }: Problem): void {
    this.#tell({ rule, path: '', message }, null, file);
  }

  /** A pipe whose first program failed gives nothing, which is no success. */
  checkEmpty(paths: readonly string[]): void {
    if (this.lines > 0 || this.findings > 0 || [...this.#natures.values()].every(({ isEmpty }) => isEmpty)) return;
    for (const path of paths) this.#tell(EMPTY, null, path);
  }

  #file(file: LogFile): void {
    this.files += 1;
    this.#path = file.path;
    this.#lastBroken = 0;
    this.#watch?.file(file);
  }

  #endNumbers(): void {
    this.#foreign.clear();
    this.#told = 0;
  }

  #takeLines({ first, count, owned, told, endsNumbers, notes, prefixes }: LinesNote): void {
    this.lines += count;
    this.conforming += count;
    for (const prefix of prefixes) this.prefixes.add(prefix);
    for (const one of told) {
      this.#told += 1;
      const finding = this.#sessions.check(one);
      if (finding) this.#foreign.set(this.#told, finding);
    }
    if (this.#foreign.size === 0) for (const note of notes) this.#line(note.number, note);
    else {
      let at = 0;
      for (let index = 0; index < count; index += 1) {
        const number = first + index;
        const note = notes[at]?.number === number ? notes[at++] : undefined;
        const session = this.#foreign.get(owned[index]!);
        if (note || session) this.#line(number, note, session);
      }
    }
    if (endsNumbers) this.#endNumbers();
  }

  #line(number: number, note: LineNote | undefined, session?: Finding): void {
    const repeated = this.#repeated(note);
    if (note?.earlier) this.#tellOf(note.earlier.number, note.earlier.finding);
    const { alone = NOTHING, time } = note ?? {};
    for (const finding of alone) this.#tellOf(number, finding);
    if (repeated) this.#tellOf(number, repeated);
    if (session) this.#tellOf(number, session);
    if (time) this.#tellOf(number, time);
  }

  #repeated({ repeated, ofHead }: Partial<LineNote> = {}): Finding | undefined {
    if (ofHead !== undefined && !this.#tail?.has(ofHead)) this.#tail = undefined;
    return REPEATED[repeated ?? (this.#tail && ofHead !== undefined ? 'tail' : 'none')];
  }

  /** Of a line, which may have passed until one behind it showed that it is out of place. */
  #tellOf(number: number, finding: Finding): void {
    if (number !== this.#lastBroken) this.conforming -= 1;
    this.#lastBroken = number;
    this.#tell(finding, number);
  }

  #tell(finding: Finding, line: number | null, file = this.#path): void {
    this.findings += 1;
    this.byRule.set(finding.rule, (this.byRule.get(finding.rule) ?? 0) + 1);
    this.#onFinding?.({ ...finding, file, line });
  }
}

/**
 * Validates logs of any packing: tars, gzip files, plain files, folders, standard input.
 *
 * What holds between lines holds within a run: a folder with a manifest, or what was named.
 *
 * @throws ReadError when a path cannot be read or leads to no log
 */
export async function validateLogs(
  paths: readonly string[],
  options: ValidateOptions = {},
): Promise<ValidationSummary> {
  const validation = new Validation(options);
  await readNotes(paths, validation, options);
  if (!options.allowEmpty) validation.checkEmpty(paths);
  return validation;
}
