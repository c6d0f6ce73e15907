import type { Agreement, LabelReport } from '../generators/faults/check-labels.ts';
import type { LogFinding } from '../src/validate-logs.ts';
import { counted, grouped } from '../src/numbers.ts';

const share = (value: number): string => (value === 1 ? '1' : value.toFixed(4));

const HEAD = ['fault', 'verdict', 'labelled', 'hidden', 'found', 'recall', 'precision'];

const row = ({ fault, verdict, labelled, hidden, found, recall, precision }: Agreement): string[] =>
  [fault, verdict, grouped(labelled), grouped(hidden), grouped(found), share(recall), share(precision)];

function table(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd();
  return rows.map((cells) => `${line(cells)}\n`).join('');
}

/** How labels and findings agree, for people: first what does not. */
export function agreementTable({ operators, missed, unlabelled, agrees }: LabelReport, asText: (finding: LogFinding) => string): string {
  const lost = missed.map(({ label: { fault, line, verdict, rule }, file }) => {
    const owed = verdict === 'accept' ? 'expected no finding' : `expected ${rule!}`;
    return `${file}${line === null ? '' : `:${line}`}: missed ${fault}: ${owed}\n`;
  });
  const strange = unlabelled.map((finding) => `no label for ${asText(finding)}`);
  const total = operators.reduce((sum, { labelled }) => sum + labelled, 0);
  const verdict = agrees ? `${counted(total, 'label')}: the findings agree` : `${counted(total, 'label')}: the findings do not agree`;
  return [...lost, ...strange, table([HEAD, ...operators.map(row)]), `${verdict}\n`].join('');
}

/** The same for programs: an object an operator. */
export const agreementLines = ({ operators }: LabelReport): string => operators.map((agreement) => `${JSON.stringify(agreement)}\n`).join('');
