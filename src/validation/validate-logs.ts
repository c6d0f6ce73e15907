import type { ReadOptions } from '../archive/read.ts';
import type { LogFile } from '../archive/log-file.ts';
import type { Problem } from '../archive/read-content.ts';
import { readLogs } from '../archive/read.ts';
import { MAX_LINE } from '../archive/split.ts';
import { DialectDetector } from './dialect-detector.ts';
import { validateLine, type Finding } from '../line/index.ts';
import { textOf } from '../line/decode-utf8.ts';
import { recognize } from '../line/recognize.ts';
import { readLine } from './log-rules/line-read.ts';
import { LogRules } from './log-rules/index.ts';
import { partLine, type Dialect, type Prefix, type RuleId } from '../spec/index.ts';
import { openStore } from '../store/open-store.ts';
import { readManifest } from './run-manifest.ts';

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

/** A validation under way. */
class Validation {
  readonly #onFinding: ValidateOptions['onFinding'];
  readonly #given: Dialect | undefined;
  readonly #watch: LogWatch | undefined;
  #rules = new LogRules();
  readonly #runs = new Map<string, Nature>();
  readonly #givenLoadable: boolean;
  #loadable: boolean;
  readonly #maxLine: number;
  readonly byRule = new Map<RuleId, number>();
  readonly dialects = new Set<Dialect>();
  readonly prefixes = new Set<Prefix>();
  files = 0;
  lines = 0;
  conforming = 0;
  findings = 0;
  #file: LogFile | undefined;
  #dialect: Dialect | undefined;
  /** Whether a line of the file has been checked. */
  #begun = false;
  /** Until the file's dialect is known. */
  #vote: DialectDetector | undefined;
  /** The last line of the file that had a finding. */
  #lastBroken = 0;

  constructor({ dialect, loadable = false, maxLine = MAX_LINE, onFinding, watch }: ValidateOptions) {
    this.#onFinding = onFinding;
    this.#given = dialect;
    this.#givenLoadable = loadable;
    this.#loadable = loadable;
    this.#maxLine = maxLine;
    this.#watch = watch;
  }

  async runs(runs: readonly string[]): Promise<void> {
    for (const run of runs) this.#runs.set(run, await natureOf(run));
    this.#watch?.runs?.(runs);
  }

  /** Nothing holds between the lines of two runs. */
  run(run: string): void {
    this.end();
    this.#rules = new LogRules();
    this.#loadable = this.#givenLoadable || this.#runs.get(run)!.loadable;
    this.#watch?.run?.(run);
  }

  file(file: LogFile): void {
    this.end();
    this.files += 1;
    this.#watch?.file(file);
    this.#file = file;
    this.#lastBroken = 0;
    this.#begun = false;
    this.#vote = new DialectDetector();
    if (this.#given) this.#decide(this.#given);
  }

  line(bytes: Buffer, number: number, offset: number): void {
    this.#watch?.line(number, offset);
    if (!this.#vote) this.#checkLine(bytes, number);
    else if (this.#vote.line(bytes, number)) this.#decide(this.#vote.end().dialect);
  }

  tooLong(length: number, number: number, offset: number): void {
    this.#watch?.line(number, offset);
    this.end();
    this.lines += 1;
    const message = `expected a line of at most ${this.#maxLine} bytes, got ${length}`;
    this.#tell({ rule: 'line-length', path: '', message }, number);
  }

  problem({ rule, message, file }: Problem): void {
    this.end();
    this.#tell({ rule, path: '', message }, null, file);
  }

  /** Checks the lines that still wait. */
  end(): void {
    if (this.#vote) this.#decide(this.#vote.end().dialect);
  }

  /** A pipe whose first program failed gives nothing, which is no success. */
  checkEmpty(paths: readonly string[]): void {
    if (this.lines > 0 || this.findings > 0 || [...this.#runs.values()].every(({ isEmpty }) => isEmpty)) return;
    for (const path of paths) this.#tell(EMPTY, null, path);
  }

  #decide(dialect: Dialect): void {
    const { lines } = this.#vote!.end();
    this.#vote = undefined;
    this.#dialect = dialect;
    for (const { bytes, number } of lines) this.#checkLine(bytes, number);
  }

  #checkLine(bytes: Buffer, number: number): void {
    this.lines += 1;
    if (!this.#begun) this.#begin();
    const broken = this.#findingsOf(bytes, number);
    if (broken.length === 0) this.conforming += 1;
    for (const finding of broken) this.#tell(finding, number);
  }

  /** A file counts from its first line: one without any comes between no others. */
  #begin(): void {
    this.#begun = true;
    this.dialects.add(this.#dialect!);
    this.#rules.file(this.#file!, this.#dialect!);
  }

  #findingsOf(bytes: Buffer, number: number): readonly Finding[] {
    const text = textOf(bytes);
    if (text === undefined) return [{ rule: 'line-utf8', path: '', message: 'expected valid UTF-8' }];
    if (this.#dialect === 'current') this.#seePrefix(text);
    const recognized = recognize(text, this.#dialect!);
    const alone = recognized ? NOTHING : validateLine(text, this.#dialect!, this.#loadable);
    const line = recognized ?? readLine(text, alone);
    if (line === undefined) return alone;
    const { here, earlier } = this.#rules.check(text, number, line);
    if (earlier) this.#tellEarlier(earlier.finding, earlier.number);
    return here.length === 0 ? alone : [...alone, ...here];
  }

  #seePrefix(text: string): void {
    const { prefix } = partLine(text);
    if (prefix !== undefined) this.prefixes.add(prefix);
  }

  /** A line that had passed, until one behind it showed that it is out of place. */
  #tellEarlier(finding: Finding, number: number): void {
    if (number !== this.#lastBroken) this.conforming -= 1;
    this.#tell(finding, number);
  }

  #tell(finding: Finding, line: number | null, file = this.#file!.path): void {
    if (line !== null) this.#lastBroken = line;
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
  await readLogs(paths, validation, options);
  validation.end();
  if (!options.allowEmpty) validation.checkEmpty(paths);
  return validation;
}
