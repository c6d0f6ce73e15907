import { basename, resolve } from 'node:path';
import { archiveServer, splitPath, type LogFile } from '../../src/archive/log-file.ts';
import { BOUNDS } from '../../src/base/bounds.ts';
import { isBucketAddress } from '../../src/store/address.ts';
import { UserError } from '../../src/base/user-error.ts';
import type { RuleId } from '../../src/spec/index.ts';
import type { LogFinding, LogWatch } from '../../src/validation/validate-logs.ts';
import type { Verdict } from './fault.ts';
import type { LabelFile } from './label-file.ts';
import type { Label } from './label.ts';

/** How well the labels of one operator and the findings agree. */
export interface Agreement {
  readonly fault: string;
  readonly verdict: Verdict;
  readonly rule: RuleId | null;
  readonly labelled: number;
  /** Labels in files that could not be read so far, for damage before them or around them. They are not counted below. */
  hidden: number;
  /** Labels that showed as they should: by a finding of the operator's rule, or, where it breaks none, by no finding. */
  found: number;
  /** Shares from 0 to 1; of nothing, 1. Precision is that of the operator's rule, over all lines. */
  recall: number;
  precision: number;
}

/** A label that did not show. */
export interface Missed {
  readonly label: Label;
  readonly file: string;
}

export interface LabelReport {
  readonly operators: readonly Agreement[];
  readonly missed: readonly Missed[];
  /** Findings where there is no label. */
  readonly unlabelled: readonly LogFinding[];
  /** How many of both there are, beyond those that are kept. */
  readonly more: number;
  readonly agrees: boolean;
}

/** How labels are compared with findings. */
export interface CheckOptions {
  /** The folder that the labels lie in: where it is one of several runs that are read, they are of that alone. */
  readonly home?: string | undefined;
  /** As many disagreements of each kind are kept, 100 by default; all are counted. */
  readonly kept?: number | undefined;
}

const { fileFindings, fileFaults } = BOUNDS;

interface Tally {
  readonly verdict: Verdict;
  readonly rule: RuleId | null;
  labelled: number;
  hidden: number;
  found: number;
}

interface Spot {
  readonly label: Label;
  first: number;
  last: number;
}

/** Compares findings with labels, file by file, while logs are validated. */
export class LabelCheck implements LogWatch {
  readonly #labels: LabelFile;
  readonly #tallies = new Map<string, Tally>();
  readonly #missed: Missed[] = [];
  readonly #unlabelled: LogFinding[] = [];
  readonly #falseByRule = new Map<RuleId, number>();
  /** Findings about files as such, and those in files whose packing is broken. */
  readonly #ofFiles: LogFinding[] = [];
  #missedInAll = 0;
  #unlabelledInAll = 0;
  readonly #kept: number;
  #home: string | undefined;
  /** Whether the labels are of what is being read. */
  #applies = true;
  #path = '';
  #covered = false;
  /** The daily files that were read, and the servers they are of. */
  readonly #read = new Set<string>();
  readonly #servers = new Set<string>();
  #cut = false;
  /** Whether the file before, of the same server, could not be read as it is either. */
  #coveredBefore = false;
  #spots: Spot[] = [];
  #next = 0;
  #findings: LogFinding[] = [];

  constructor(labels: LabelFile, { home, kept = 100 }: CheckOptions = {}) {
    this.#labels = labels;
    this.#home = home;
    this.#kept = kept;
    if (labels.special.length > fileFaults.most)
      throw new UserError(
        `${labels.special.length} labels are of whole archives, and at most ${fileFaults.most} can be compared`,
      );
  }

  runs(runs: readonly string[]): void {
    if (!runs.some((run) => this.#isHome(run))) this.#home = undefined;
  }

  run(run: string): void {
    this.#finishFile();
    this.#covered = false;
    this.#applies = this.#home === undefined || this.#isHome(run);
  }

  file(file: LogFile): void {
    this.#finishFile();
    this.#path = file.path;
    const server = archiveServer(splitPath(file.path)[0]) ?? file.server ?? '';
    const name = basename(file.path);
    this.#coveredBefore = this.#covered;
    this.#covered = false;
    if (!this.#applies) return;
    this.#covered = this.#labels.special.some((label) => label.server === server && breaksReading(label, name));
    const labels = this.#read.has(`${server}/${name}`) ? [] : this.#labels.of(server, name);
    this.#read.add(`${server}/${name}`);
    this.#servers.add(server);
    this.#cut = this.#isCut(server);
    this.#spots = labels.map((label) => ({ label, first: 0, last: 0 }));
    this.#next = 0;
  }

  line(number: number, offset: number): void {
    if (this.#covered) return;
    const spots = this.#spots;
    while (this.#next < spots.length && endOf(spots[this.#next]!.label) <= offset) this.#next += 1;
    const spot = spots[this.#next];
    if (!spot || offset < spot.label.offset) return;
    spot.first ||= number;
    spot.last = number;
  }

  found(finding: LogFinding): void {
    if (!this.#applies) return this.#notLabelled(finding);
    const kept = finding.line === null || this.#covered ? this.#ofFiles : this.#findings;
    if (kept.length >= fileFindings.most)
      throw new UserError(
        `${finding.file} has more than ${fileFindings.most} findings, too many to compare with labels; validate it without --labels`,
      );
    kept.push(finding);
  }

  /** Ends the check. */
  report(): LabelReport {
    this.#finishFile();
    this.#checkUnread();
    this.#checkArchives();
    const operators = [...this.#tallies].map(([fault, { verdict, rule, labelled, hidden, found }]) => {
      const wrong = (rule && this.#falseByRule.get(rule)) ?? 0;
      const precision = found + wrong === 0 ? 1 : found / (found + wrong);
      return {
        fault,
        verdict,
        rule,
        labelled,
        hidden,
        found,
        recall: labelled === hidden ? 1 : found / (labelled - hidden),
        precision,
      };
    });
    const agrees = this.#missedInAll === 0 && this.#falseByRule.size === 0;
    return {
      operators: operators.sort((a, b) => (a.fault < b.fault ? -1 : 1)),
      missed: this.#missed,
      unlabelled: this.#unlabelled,
      more: this.#missedInAll + this.#unlabelledInAll - this.#missed.length - this.#unlabelled.length,
      agrees,
    };
  }

  #isHome(run: string): boolean {
    return this.#home !== undefined && sameFolder(run, this.#home);
  }

  #finishFile(): void {
    const findings = this.#findings;
    this.#findings = [];
    const byLine = new Map<number, LogFinding[]>();
    for (const finding of findings) byLine.set(finding.line!, [...(byLine.get(finding.line!) ?? []), finding]);
    for (const { label, first, last } of this.#spots) {
      const leans = this.#coveredBefore && leansOnFileBefore(label);
      if (this.#covered || (first === 0 && this.#cut) || leans) {
        for (let line = first; line > 0 && line <= last; line += 1) byLine.delete(line);
        this.#tally(label).hidden += 1;
        continue;
      }
      if (first === 0) {
        this.#miss(label, this.#path);
        continue;
      }
      const shown: LogFinding[] = [];
      for (let line = first; line <= last; line += 1) {
        shown.push(...(byLine.get(line) ?? []));
        byLine.delete(line);
      }
      this.#judge(label, shown, this.#path);
    }
    for (const unlabelled of byLine.values()) for (const finding of unlabelled) this.#notLabelled(finding);
    this.#spots = [];
  }

  /** Daily files that were not read at all: hidden where their archive is broken, else missed. */
  #checkUnread(): void {
    for (const { server, file } of this.#labels.files()) {
      if (this.#read.has(`${server}/${file}`)) continue;
      for (const label of this.#labels.of(server, file)) {
        if (this.#servers.has(server) && this.#isCut(server)) this.#tally(label).hidden += 1;
        else this.#miss(label, `${server}/${file}`);
      }
    }
  }

  /** Whether an archive as a whole is broken, so that what comes late in it cannot be read. */
  #isCut(server: string): boolean {
    return this.#labels.special.some(({ was, file, server: broken }) => was && file === null && broken === server);
  }

  /** Archive faults show at their member, or at the archive. */
  #checkArchives(): void {
    const left = new Set(this.#ofFiles);
    for (const label of this.#labels.special.filter(({ was }) => was)) {
      const shown = this.#ofFiles.filter((finding) => isAt(finding, label));
      for (const finding of shown) left.delete(finding);
      if (this.#servers.has(label.server)) this.#judge(label, shown, label.file ?? label.server);
      else this.#miss(label, label.file ?? label.server);
    }
    for (const finding of left) this.#notLabelled(finding);
  }

  #judge(label: Label, shown: readonly LogFinding[], file: string): void {
    const { verdict, rule } = label;
    const right =
      rule === null ? verdict !== 'accept' || shown.length === 0 : shown.some((finding) => finding.rule === rule);
    if (right) this.#tally(label).found += 1;
    else this.#miss(label, file);
  }

  #miss(label: Label, file: string): void {
    this.#tally(label);
    this.#missedInAll += 1;
    if (this.#missed.length < this.#kept) this.#missed.push({ label, file });
  }

  /** The tally of a label's operator, of all its labels. */
  #tally({ fault, verdict, rule }: Label): Tally {
    const tally = this.#tallies.get(fault) ?? {
      verdict,
      rule,
      labelled: this.#labels.counts.get(fault)!,
      hidden: 0,
      found: 0,
    };
    this.#tallies.set(fault, tally);
    return tally;
  }

  #notLabelled(finding: LogFinding): void {
    this.#falseByRule.set(finding.rule, (this.#falseByRule.get(finding.rule) ?? 0) + 1);
    this.#unlabelledInAll += 1;
    if (this.#unlabelled.length < this.#kept) this.#unlabelled.push(finding);
  }
}

/**
 * Whether an archive fault keeps the text of a daily file from being read as it is: the file’s other labels cannot be found
 * then, and what is found there is no wonder.
 */
function breaksReading({ was, verdict, file }: Label, name: string): boolean {
  if (!was || verdict === 'accept' || file === null) return false;
  const parts = file.split('/');
  return parts.length <= 2 && parts.at(-1) === name;
}

/** Whether a label shows only to who has read the end of the file before. */
const leansOnFileBefore = ({ line, rule }: Label): boolean => line === 1 && rule === 'line-repeated';

const sameFolder = (a: string, b: string): boolean =>
  isBucketAddress(a) ? a.replace(/\/$/, '') === b.replace(/\/$/, '') : resolve(a) === resolve(b);

const endOf = ({ offset, length }: Label): number => offset + Math.max(length, 1);

/** Whether a finding is about the member, or the archive, that a label names. */
function isAt({ file, line }: LogFinding, label: Label): boolean {
  const [archive, member] = splitPath(file);
  const server = archiveServer(archive);
  if (label.file === null) return server === label.server && member === undefined && line === null;
  const path = member ?? file;
  if (server !== undefined && server !== label.server) return false;
  return (
    path === label.file ||
    path === `${label.server}/${label.file}` ||
    (server === undefined && file.endsWith(`/${label.server}/${label.file}`))
  );
}
