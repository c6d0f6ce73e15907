import { isCount, isText } from '../../src/base/shape.ts';
import { UserError } from '../../src/base/user-error.ts';
import type { RuleId } from '../../src/spec/index.ts';
import type { Fault, Level, Verdict } from './fault.ts';

/** Position in a server's clean or broken text. */
export interface TextPosition {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
}

/**
 * One line of `faults.jsonl`. Offsets and lengths are bytes: of the uncompressed daily file, or, for what an archive fault
 * did, of the archive.
 *
 * With `clean` in place of `length` bytes at `offset` the file is as it was. Where there is `from`, the clean line stood
 * elsewhere: the bytes go, and it goes back there. Archive faults carry what was there in `was`.
 */
export interface Label {
  readonly server: string;
  /** The daily file; null for a fault of the whole archive. */
  readonly file: string | null;
  /** Counts from 1; null for what is no matter of lines. */
  readonly line: number | null;
  readonly offset: number;
  readonly length: number;
  readonly fault: string;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly rule: RuleId | null;
  /** The clean line, or lines, without the last newline; empty where nothing stood; null where `was` or the operator's `restore` tells. */
  readonly clean: string | null;
  readonly from?: TextPosition;
  readonly was?: readonly { readonly offset: number; readonly length: number; readonly base64: string }[];
}

/** The properties of a label that its operator decides; the others tell where it acted. */
export const labelOf = ({ id, level, verdict, rule }: Fault) => ({ fault: id, level, verdict, rule });

/** The properties of a label that are read, as hostile input may have them. */
type Read<T> = Partial<Record<keyof T, unknown>>;

function isLabel(value: unknown): value is Label {
  const { server, file, offset, length, fault, clean, from, was } = (value ?? {}) as Read<Label>;
  const isFrom = (position: unknown): boolean => {
    const { file: name, offset: start } = (position ?? {}) as Read<TextPosition>;
    return isText(name) && isCount(start);
  };
  const isPart = (part: unknown): boolean => {
    const { offset: start, base64 } = (part ?? {}) as Read<NonNullable<Label['was']>[number]>;
    return isCount(start) && isText(base64);
  };
  return (
    isText(server) &&
    isText(fault) &&
    (isText(file) || file === null) &&
    (isText(clean) || clean === null) &&
    isCount(offset) &&
    isCount(length) &&
    (from === undefined || isFrom(from)) &&
    (was === undefined || (Array.isArray(was) && was.every(isPart)))
  );
}

/**
 * Label in a line of a file of labels.
 *
 * @param number of the line, from 1
 * @throws UserError when it is none
 */
export function parseLabel(path: string, text: string, number: number): Label {
  try {
    const label: unknown = JSON.parse(text);
    if (isLabel(label)) return label;
  } catch {
    // Told below, as what is no label at all.
  }
  throw new UserError(`${path}:${number} is no label of a fault; name the faults.jsonl of a run`);
}
