import type { Readable } from 'node:stream';
import { readLogs } from './archive/read.ts';
import type { LogFile } from './archive/log-file.ts';
import { validateLine, type Finding } from './line/index.ts';
import { textOf } from './line/text.ts';
import { DAY, dayName, MINUTE, parseInstant } from './line/time.ts';
import { fieldOrder, ROTATION, type Dialect, type RuleId } from './spec/index.ts';

/** A rule that a log breaks, and where. */
export interface LogFinding extends Finding {
  readonly file: string;
  /** Counts from 1; null for what concerns the file as a whole. */
  readonly line: number | null;
}

/** What a validation has seen. */
export interface ValidationSummary {
  readonly files: number;
  readonly lines: number;
  /** Lines without a finding. */
  readonly conforming: number;
  readonly findings: number;
  readonly byRule: ReadonlyMap<RuleId, number>;
  readonly dialects: ReadonlySet<Dialect>;
}

export interface ValidateOptions {
  /** Which dialect the logs are in; by default each file tells: only deployed lines name a host. */
  readonly dialect?: Dialect | undefined;
  /** The longest line that is read, in bytes; 16 MiB by default. */
  readonly maxLine?: number | undefined;
  /** What is read for `-`; the process's standard input by default. */
  readonly stdin?: Readable | undefined;
}

const DEPLOYED_ONLY = `"${fieldOrder('deployed', 'server').find((name) => !fieldOrder('documented', 'server').includes(name))!}":`;

const dialectOf = (text: string): Dialect => (text.includes(DEPLOYED_ONLY) ? 'deployed' : 'documented');

const TIME = /"time": ?"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?)"/;

/** What must hold between a file's lines, and between a line and its file's name. */
class FileRules {
  #last = -Infinity;
  readonly #first: number;
  readonly #end: number;
  readonly #day: string | undefined;

  constructor(day: string | undefined, dialect: Dialect) {
    this.#day = day;
    const midnight = day === undefined ? NaN : Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))) * 1000;
    const leeway = dialect === 'deployed' ? ROTATION.leeway * MINUTE : 0;
    const cut = dialect === 'deployed' ? ROTATION.minute * MINUTE - DAY : 0;
    this.#first = midnight + cut - leeway;
    this.#end = midnight + cut + DAY + leeway;
  }

  check(text: string): Finding[] {
    if (this.#day === undefined) return [];
    const written = TIME.exec(text)?.[1];
    const time = written === undefined ? NaN : parseInstant(written);
    if (Number.isNaN(time)) return [];
    const findings: Finding[] = [];
    if (time < this.#last) {
      findings.push({ rule: 'time-order', path: '/time', message: `expected no time before that of an earlier line, got "${written!}"` });
    } else this.#last = time;
    if (time < this.#first || time >= this.#end) {
      const message = `expected a line of ${this.#day}, got one of ${dayName(time)}`;
      findings.push({ rule: 'file-day', path: '/time', message });
    }
    return findings;
  }
}

/**
 * Validates logs of any packing: tars, gzip files, plain files, folders, standard input.
 *
 * @param found is called for each finding, in the order of files and lines
 * @throws ReadError when a path cannot be read or leads to no log
 */
export async function validateLogs(
  paths: readonly string[],
  found: (finding: LogFinding) => void,
  options: ValidateOptions = {},
): Promise<ValidationSummary> {
  const byRule = new Map<RuleId, number>();
  const dialects = new Set<Dialect>();
  let files = 0;
  let lines = 0;
  let conforming = 0;
  let findings = 0;
  let file = '';
  let day: string | undefined;
  let dialect: Dialect | undefined;
  let rules: FileRules | undefined;

  const tell = (finding: LogFinding) => {
    findings += 1;
    byRule.set(finding.rule, (byRule.get(finding.rule) ?? 0) + 1);
    found(finding);
  };
  const checkLine = (bytes: Buffer): Finding[] => {
    const text = textOf(bytes);
    if (text === undefined) return [{ rule: 'line-utf8', path: '', message: 'expected valid UTF-8' }];
    if (rules === undefined) {
      dialect ??= dialectOf(text);
      dialects.add(dialect);
      rules = new FileRules(day, dialect);
    }
    return [...validateLine(text, dialect!), ...rules.check(text)];
  };

  await readLogs(
    paths,
    {
      file(next: LogFile) {
        files += 1;
        ({ path: file, day } = next);
        dialect = options.dialect;
        rules = undefined;
      },
      line(bytes, number) {
        lines += 1;
        const broken = checkLine(bytes);
        if (broken.length === 0) conforming += 1;
        for (const finding of broken) tell({ ...finding, file, line: number });
      },
      tooLong(length, number) {
        lines += 1;
        tell({ rule: 'line-length', path: '', message: `expected a line within the limit of --max-line, got ${length} bytes`, file, line: number });
      },
      problem(problem) {
        tell({ rule: problem.rule, path: '', message: problem.message, file: problem.file, line: null });
      },
    },
    { maxLine: options.maxLine, stdin: options.stdin },
  );
  return { files, lines, conforming, findings, byRule, dialects };
}
