import type { Agreement, LabelReport, Missed } from '../generators/faults/agreement.ts';
import { counted, grouped } from '../src/base/format-number.ts';
import { printable, printableJson } from '../src/base/printable.ts';
import { annotation, asText, type Annotated } from './validate-formats.ts';

const share = (value: number): string => (value === 1 ? '1' : value.toFixed(4));

const HEAD = ['fault', 'verdict', 'labelled', 'hidden', 'found', 'recall', 'precision'];

const row = ({ fault, verdict, labelled, hidden, found, recall, precision }: Agreement): string[] => [
  printable(fault),
  printable(verdict),
  grouped(labelled),
  grouped(hidden),
  grouped(found),
  share(recall),
  share(precision),
];

function table(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd();
  return rows.map((cells) => `${line(cells)}\n`).join('');
}

/** A label that did not show. */
function missedLabel({ label: { fault, line, verdict, rule }, file }: Missed): Annotated {
  const owed = verdict === 'accept' || rule === null ? 'expected no finding' : `expected ${rule}`;
  return { file, line, rule: fault, path: '', message: `missed ${fault}: ${owed}` };
}

const andOthers = (more: number): string =>
  more > 0 ? `and ${grouped(more)} more that do not agree; --max-findings says how many are shown\n` : '';

/** How labels and findings agree, for people: first what does not. */
export function agreementTable({ operators, missed, unlabelled, more, agrees }: LabelReport): string {
  const lost = missed.map((one) => {
    const { file, line, message } = missedLabel(one);
    return `${printable(`${file}${line === null ? '' : `:${line}`}: ${message}`)}\n`;
  });
  const strange = unlabelled.map((finding) => `no label for ${asText(finding)}`);
  return [...lost, ...strange, andOthers(more), agreementVerdict({ operators, agrees })].join('');
}

/** The same as annotations of GitHub. */
export const agreementAnnotations = ({ missed, unlabelled, more, ...counts }: LabelReport): string =>
  [
    ...missed.map((one) => annotation(missedLabel(one))),
    ...unlabelled.map(annotation),
    andOthers(more),
    agreementVerdict(counts),
  ].join('');

/** What is counted, and whether it agrees. */
function agreementVerdict({ operators, agrees }: Pick<LabelReport, 'operators' | 'agrees'>): string {
  const total = operators.reduce((sum, { labelled }) => sum + labelled, 0);
  const verdict = agrees
    ? `${counted(total, 'label')}: the findings agree`
    : `${counted(total, 'label')}: the findings do not agree`;
  return `${table([HEAD, ...operators.map(row)])}${verdict}\n`;
}

/** The same for programs: an object an operator. */
export const agreementLines = ({ operators }: LabelReport): string =>
  operators.map((agreement) => `${printableJson(agreement)}\n`).join('');
