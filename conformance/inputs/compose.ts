/** Puts lines together to logs, with what is expected of each. */
import type { Json } from '../../src/line/index.ts';
import { tryJson } from '../../src/line/decode.ts';
import { LEFT_AS_TEXT } from '../../src/spec/events/problem.ts';
import type { Dialect } from '../../src/spec/index.ts';
import type { ExpectedLine, ParseCommand, Step, ExpectedRecord } from '../subjects/trial.ts';
import type { LogLine } from './log-line.ts';

/** One line of a log, without its newline, and what is expected of it. */
export interface Item {
  readonly bytes: Uint8Array;
  readonly expected: ExpectedLine;
}

/** A text's bytes, in UTF-8. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Which parts of a line's meaning a property is about. */
export type About = 'fields' | 'event';

/** What a line means. */
export function truthOf(line: LogLine, about: readonly About[], text = line.text): ExpectedRecord {
  const { record } = line;
  const { event: payload, session, ...common } = record;
  const { event_source: source, event_type: name } = record;
  return {
    type: { source, name },
    ...(about.includes('fields') && { fields: { ...common, session: session ?? null } as Record<string, Json> }),
    ...(about.includes('event') && { event: line.fields['event']!, payload: payload as Json, ...leftIn(line, text) }),
  };
}

/** What a line gives as text that a parser may leave so. */
function leftIn({ record: { event } }: LogLine, text: string): Pick<ExpectedRecord, 'left'> {
  const names =
    typeof event === 'object' && event !== null ? LEFT_AS_TEXT.filter((name) => Object.hasOwn(event, name)) : [];
  if (names.length === 0) return {};
  const stated = objectOf((tryJson(text) as { event?: Json } | undefined)?.event);
  const left = names.flatMap((name) => (typeof stated[name] === 'string' ? [[name, stated[name]] as const] : []));
  return left.length > 0 ? { left: Object.fromEntries(left) } : {};
}

/** An object, or the one that a text encodes. */
function objectOf(value: unknown): Record<string, unknown> {
  const object = typeof value === 'string' ? tryJson(value) : value;
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>) : {};
}

interface Wanted {
  readonly about?: readonly About[];
  readonly same?: string;
  /** Another spelling of the line. */
  readonly text?: string;
}

/** A line that must be accepted. */
export function mustAccept(line: LogLine, { about, same, text = line.text }: Wanted = {}): Item {
  const expected = {
    verdict: 'accept' as const,
    ...(about && { truth: truthOf(line, about, text) }),
    ...(same !== undefined && { same }),
  };
  return { bytes: bytesOf(text), expected };
}

/** A line that must be refused. */
export const mustReject = (line: string | Uint8Array, same?: string): Item => ({
  bytes: typeof line === 'string' ? bytesOf(line) : line,
  expected: { verdict: 'reject', ...(same !== undefined && { same }) },
});

/** A line of which the format does not say whether it is to be accepted. */
export const either = (line: string | Uint8Array, same?: string): Item => ({
  ...mustReject(line, same),
  expected: { verdict: 'either', ...(same !== undefined && { same }) },
});

/** The same line with a label. */
export const labelled = ({ bytes, expected }: Item, same: string): Item => ({ bytes, expected: { ...expected, same } });

const NEWLINE = Buffer.from('\n');

/** Lines as the bytes of a log, each ended by a newline. */
export const logBytes = (lines: readonly Uint8Array[]): Buffer =>
  Buffer.concat(lines.flatMap((line) => [line, NEWLINE]));

interface Form {
  /** In one piece if left out. */
  readonly chunks?: (bytes: Buffer) => readonly Uint8Array[];
  readonly want?: ParseCommand['want'];
  readonly fresh?: boolean;
  readonly exact?: boolean;
  /** What ends a line, and the last one. */
  readonly newline?: string;
  readonly lastNewline?: string;
}

/** Asks for a log of lines. */
export function log(
  dialect: Dialect,
  items: readonly Item[],
  { chunks, want = 'records', fresh, exact, newline = '\n', lastNewline = newline }: Form = {},
): Step {
  const ends = [Buffer.from(newline), Buffer.from(lastNewline)];
  const bytes = Buffer.concat(items.flatMap((item, i) => [item.bytes, ends[Number(i === items.length - 1)]!]));
  const command: ParseCommand = {
    cmd: 'parse',
    dialect,
    want,
    chunks: chunks ? chunks(bytes) : [bytes],
    ...(fresh && { fresh }),
    ...(exact && { exact }),
  };
  return { command, expected: { lines: items.map(({ expected }) => expected) } };
}
