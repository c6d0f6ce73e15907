import { readLogs } from '../archive/read.ts';
import { tryJson } from '../line/decode.ts';
import { textOf } from '../line/decode-utf8.ts';
import { objectOr } from '../validation/run-manifest.ts';

/** A label of `faults.jsonl`, as much of it as a page shows. */
export interface ShownLabel {
  /** Its line in the file of labels, from 1. */
  readonly number: number;
  readonly file: string;
  readonly line: string;
  readonly verdict: string;
  readonly rule: string;
}

/** The labels of one kind of fault. */
export interface FaultKind {
  readonly fault: string;
  readonly level: string;
  count: number;
  /** How many labels have each verdict. */
  readonly verdicts: Map<string, number>;
  /** The first labels of the kind. */
  readonly labels: ShownLabel[];
}

const MOST_KINDS = 500;
const MOST_LABELS = 5;
const LONGEST = 200;

/** Text of a value; empty when it is missing, or no text or number. */
const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST) : '';

/**
 * Reads a file of one JSON object a line, once; what is none counts as an empty one.
 *
 * @throws ReadError when there is no such file
 */
export async function readJsonLines(
  path: string,
  take: (values: Readonly<Record<string, unknown>>, number: number) => void,
): Promise<void> {
  const line = (bytes: Buffer, number: number) => take(objectOr(tryJson(textOf(bytes) ?? '')), number);
  await readLogs([path], { file: () => {}, line, tooLong: () => {}, problem: () => {} });
}

/**
 * Reads labels of faults once, and counts them by kind, the most frequent first; what is no label is passed over.
 *
 * @throws ReadError when there is no such file
 */
export async function readFaults(path: string): Promise<FaultKind[]> {
  const kinds = new Map<string, FaultKind>();
  const read = (label: Readonly<Record<string, unknown>>, number: number) => {
    const fault = asText(label['fault']);
    if (fault === '' || (!kinds.has(fault) && kinds.size === MOST_KINDS)) return;
    const kind = kinds.get(fault) ?? {
      fault,
      level: asText(label['level']),
      count: 0,
      verdicts: new Map<string, number>(),
      labels: [],
    };
    kinds.set(fault, kind);
    kind.count += 1;
    const verdict = asText(label['verdict']) || 'none';
    if (kind.verdicts.size < MOST_LABELS || kind.verdicts.has(verdict))
      kind.verdicts.set(verdict, (kind.verdicts.get(verdict) ?? 0) + 1);
    if (kind.labels.length === MOST_LABELS) return;
    const file = [asText(label['server']), asText(label['file'])].filter((part) => part !== '').join('/');
    kind.labels.push({ number, file, line: asText(label['line']), verdict, rule: asText(label['rule']) });
  };
  await readJsonLines(path, read);
  return [...kinds.values()].sort((a, b) => b.count - a.count || (a.fault < b.fault ? -1 : 1));
}
