/** Why a line must be refused. */
import { jsonFault, validateLine } from '../../src/line/index.ts';
import type { Dialect } from '../../src/spec/index.ts';

/** A reason. */
export interface Refusal {
  /** `unknown escape \x at column 17` */
  readonly words: string;
  /** The same without what differs from line to line: `line-json unknown escape`. */
  readonly cause: string;
}

/** Characters of a wrong part that are shown. */
const LONGEST_PART = 40;

/** Bytes before the first that is no UTF-8. */
function beforeFault(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString());
  let length = 0;
  while (bytes[length] === again[length]) length += 1;
  return length;
}

const isUtf8 = (bytes: Buffer): boolean => Buffer.from(bytes.toString()).equals(bytes);

const columns = (text: string): number => Array.from(text).length;

/** The first reason that the format gives for refusing a line, without its newline; undefined where it gives none. */
export function refusal(line: Uint8Array, dialect: Dialect): Refusal | undefined {
  const bytes = Buffer.from(line);
  if (!isUtf8(bytes)) return { words: `it is no UTF-8 from byte ${beforeFault(bytes) + 1} on`, cause: 'line-utf8' };
  const text = bytes.toString();
  const fault = jsonFault(text);
  if (fault) {
    const { kind, part, before } = fault;
    return {
      words: `${kind}${part && ` ${part.slice(0, LONGEST_PART)}`} at column ${columns(text.slice(0, before)) + 1}`,
      cause: `line-json ${kind}`,
    };
  }
  const [finding] = validateLine(text, dialect);
  if (!finding) return undefined;
  const { rule, path, message } = finding;
  return { words: `${rule}${path && ` at ${path}`}: ${message}`, cause: rule };
}
