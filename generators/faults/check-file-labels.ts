import { BOUNDS } from '../../src/base/bounds.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import type { LogFinding } from '../../src/validation/validate-logs.ts';
import type { AgreementCount } from './agreement.ts';
import type { Label } from './label.ts';

/** A label and the lines that its bytes lie in; 0 until they are read. */
interface Span {
  readonly label: Label;
  first: number;
  last: number;
}

/** How much of a daily file's text can be read. */
export interface Readability {
  /** An archive fault keeps the text from being read as it is. */
  readonly covered: boolean;
  /** So it is with the file before, of the same server. */
  readonly coveredBefore: boolean;
  /** The archive as a whole is broken, so that the text may end early. */
  readonly cut: boolean;
}

/** Where nothing is broken. */
export const READABLE: Readability = { covered: false, coveredBefore: false, cut: false };

/** @throws UserError when there are too many findings to be kept */
export function checkCount(count: number, { file }: LogFinding): void {
  const { most } = BOUNDS.fileFindings;
  if (count >= most)
    throw optionError`${file} has more than ${most} findings, too many to compare with labels; validate it without ${option('labels')}`;
}

/** Whether a label shows only to who has read the end of the file before. */
const leansOnFileBefore = ({ line, rule }: Label): boolean => line === 1 && rule === 'line-repeated';

const endOf = ({ offset, length }: Label): number => offset + Math.max(length, 1);

/** Compares the labels of one daily file's text with the findings in it. */
export class FileLabelCheck {
  readonly #path: string;
  readonly #spans: readonly Span[];
  readonly readability: Readability;
  readonly #findings = new Map<number, LogFinding[]>();
  #findingCount = 0;
  /** The first span that may lie in the next line. */
  #next = 0;

  /** @param labels in the order of their offsets */
  constructor(path: string, labels: readonly Label[], readability: Readability) {
    this.#path = path;
    this.#spans = labels.map((label) => ({ label, first: 0, last: 0 }));
    this.readability = readability;
  }

  /** Takes the number of a line, and the offset of its first byte. */
  line(number: number, offset: number): void {
    if (this.readability.covered) return;
    const spans = this.#spans;
    while (this.#next < spans.length && endOf(spans[this.#next]!.label) <= offset) this.#next += 1;
    const span = spans[this.#next];
    if (!span || offset < span.label.offset) return;
    span.first ||= number;
    span.last = number;
  }

  /** Takes a finding about a line. */
  found(finding: LogFinding): void {
    checkCount(this.#findingCount, finding);
    this.#findingCount += 1;
    const known = this.#findings.get(finding.line!);
    if (known) known.push(finding);
    else this.#findings.set(finding.line!, [finding]);
  }

  /** Counts labels and findings, when the file has been read. */
  finish(agreement: AgreementCount): void {
    const { covered, coveredBefore, cut } = this.readability;
    for (const { label, first, last } of this.#spans) {
      const shown = this.#take(first, last);
      if (covered || (first === 0 && cut) || (coveredBefore && leansOnFileBefore(label))) agreement.hide(label);
      else if (first === 0) agreement.miss(label, this.#path);
      else agreement.compare(label, shown, this.#path);
    }
    for (const finding of [...this.#findings.values()].flat()) agreement.unlabelled(finding);
  }

  /** Findings in some lines, which are not unlabelled then. */
  #take(first: number, last: number): LogFinding[] {
    const taken: LogFinding[] = [];
    for (let line = first; line <= last; line += 1) {
      taken.push(...(this.#findings.get(line) ?? []));
      this.#findings.delete(line);
    }
    return taken;
  }
}
