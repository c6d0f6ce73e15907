/** Whether an answer has one of the shapes that the protocol knows. */
import { BOUNDS } from '../../../src/base/bounds.ts';
import { isObject } from '../../../src/base/shape.ts';
import type { FileAnswer, LineAnswer } from '../parser.ts';
import type { Outcome } from '../subject.ts';

/** How deep an answer may nest; no record of a line that is asked for nests deeper. */
export const DEEPEST = BOUNDS.answerDepth.most;

const LONGEST_TEXT = 200;

/** The beginning of a text that offends. */
export const shorten = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text;

/** Lines of a parser's that are no answers. */
export interface Noise {
  count: number;
  first: string;
}

export function noteNoise(noise: Noise, text: string): void {
  if (text.trim() === '') return;
  if (noise.count === 0) noise.first = shorten(text);
  noise.count += 1;
}

const isLine = (value: unknown): value is LineAnswer =>
  isObject(value) &&
  typeof value['ok'] === 'boolean' &&
  (value['error'] === undefined || typeof value['error'] === 'string');
const isFile = (value: unknown): value is FileAnswer =>
  isObject(value) &&
  typeof value['server'] === 'string' &&
  typeof value['name'] === 'string' &&
  Array.isArray(value['lines']);

const offence = (reason: string, offending: unknown): Outcome => {
  const words = JSON.stringify(offending) ?? String(offending);
  return { kind: 'protocol', reason, words: shorten(words) };
};

/** An answer's lines, or what is wrong with them. */
export function checkLines(lines: unknown): Outcome {
  if (!Array.isArray(lines)) return offence('its lines are no list', lines);
  const malformed: unknown = lines.find((line) => !isLine(line));
  return malformed === undefined
    ? { kind: 'lines', lines: lines as LineAnswer[] }
    : offence('a line of its answer is no {"ok":true,"record":{...}} or {"ok":false,"error":"..."}', malformed);
}

/** An answer's files, or what is wrong with them. */
export function checkFiles(files: unknown): Outcome {
  if (!Array.isArray(files)) return offence('its files are no list', files);
  const malformed: unknown = files.find((file) => !isFile(file));
  if (malformed !== undefined)
    return offence('a file of its answer is no {"server":"...","name":"...","lines":[...]}', malformed);
  const lines = (files as FileAnswer[]).map((file) => checkLines(file.lines));
  return lines.find(({ kind }) => kind === 'protocol') ?? { kind: 'files', files: files as FileAnswer[] };
}

/** What an answer of an adapter says, its id left aside. */
export function outcomeOf(answer: Readonly<Record<string, unknown>>): Outcome {
  const { lines, records, files, error, fault } = answer;
  if (typeof fault === 'string')
    return { kind: 'fault', reason: `it answers that an answer is impossible: ${shorten(fault)}` };
  if (typeof error === 'string') return { kind: 'error', error };
  if (files !== undefined) return checkFiles(files);
  if (lines !== undefined) return checkLines(lines);
  if (Array.isArray(records)) return { kind: 'records', records };
  return offence('its answer has none of lines, records, files, error and fault', answer);
}
