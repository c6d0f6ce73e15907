import type { RuleId } from '../../src/spec/index.ts';
import type { LogFinding } from '../../src/validation/validate-logs.ts';
import type { Verdict } from './fault.ts';
import type { Label } from './label.ts';

/** Agreement between the labels of one operator and the findings. */
export interface Agreement {
  readonly fault: string;
  readonly verdict: Verdict;
  readonly rule: RuleId | null;
  readonly labelled: number;
  /** Labels in files that could not be read so far, since the archive is broken before them or around them. Not counted below. */
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

type Tally = Omit<Agreement, 'recall' | 'precision'>;

/** Counts labels that show, labels that do not, and findings without a label. */
export class AgreementCount {
  /** Number of labels, by operator. */
  readonly #counts: ReadonlyMap<string, number>;
  /** Disagreements of each kind that are kept; all are counted. */
  readonly #kept: number;
  readonly #tallies = new Map<string, Tally>();
  readonly #missed: Missed[] = [];
  readonly #unlabelled: LogFinding[] = [];
  readonly #unlabelledByRule = new Map<RuleId, number>();
  #disagreements = 0;

  constructor(counts: ReadonlyMap<string, number>, kept: number) {
    this.#counts = counts;
    this.#kept = kept;
  }

  /** Counts a label by the findings where it lies. */
  compare(label: Label, shown: readonly LogFinding[], file: string): void {
    const { verdict, rule } = label;
    const right =
      rule === null ? verdict !== 'accept' || shown.length === 0 : shown.some((finding) => finding.rule === rule);
    if (right) this.#tally(label).found += 1;
    else this.miss(label, file);
  }

  /** Counts a label whose bytes were not found. */
  miss(label: Label, file: string): void {
    this.#tally(label);
    this.#disagreements += 1;
    if (this.#missed.length < this.#kept) this.#missed.push({ label, file });
  }

  /** Counts a label whose bytes cannot be read, since its archive is broken. */
  hide(label: Label): void {
    this.#tally(label).hidden += 1;
  }

  /** Counts a finding where no label is. */
  unlabelled(finding: LogFinding): void {
    this.#unlabelledByRule.set(finding.rule, (this.#unlabelledByRule.get(finding.rule) ?? 0) + 1);
    this.#disagreements += 1;
    if (this.#unlabelled.length < this.#kept) this.#unlabelled.push(finding);
  }

  report(): LabelReport {
    const operators = [...this.#tallies.values()].map((tally) => {
      const { rule, labelled, hidden, found } = tally;
      const wrong = (rule && this.#unlabelledByRule.get(rule)) ?? 0;
      const recall = labelled === hidden ? 1 : found / (labelled - hidden);
      return { ...tally, recall, precision: found + wrong === 0 ? 1 : found / (found + wrong) };
    });
    return {
      operators: operators.sort((a, b) => (a.fault < b.fault ? -1 : 1)),
      missed: this.#missed,
      unlabelled: this.#unlabelled,
      more: this.#disagreements - this.#missed.length - this.#unlabelled.length,
      agrees: this.#disagreements === 0,
    };
  }

  #tally({ fault, verdict, rule }: Label): Tally {
    const known = this.#tallies.get(fault);
    if (known) return known;
    const tally = { fault, verdict, rule, labelled: this.#counts.get(fault)!, hidden: 0, found: 0 };
    this.#tallies.set(fault, tally);
    return tally;
  }
}
