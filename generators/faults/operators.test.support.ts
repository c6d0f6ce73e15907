/** What line operators make of clean lines, and what the validator says of it. */
import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { parseLine } from '../../src/line/index.ts';
import { stream } from '../../src/random/index.ts';
import { DIALECTS, eventTypeOf, fieldOrder, request, type Dialect, type FieldName, type RuleId } from '../../src/spec/index.ts';
import { validateLogs } from '../../src/validate-logs.ts';
import { linesOf } from '../runs.test.support.ts';
import { CleanLine } from './clean-line.ts';
import type { LineFault } from './fault.ts';
import type { Node } from './payload/places.ts';

/** Clean lines of a small run, every event type among them as far as a run has them. */
export const CLEAN: Record<Dialect, CleanLine[]> = { documented: [], deployed: [] };
for (const dialect of DIALECTS) {
  const lines = await linesOf({ users: 150, days: 9, servers: 1, dialect, seed: 'operators' });
  const kept = dialect === 'documented' ? lines : lines.filter((line, place) => !line.includes('/heartbeat') || place % 100 === 0);
  CLEAN[dialect] = kept.map((line) => new CleanLine(line, dialect));
}

/** One application of an operator. */
export interface Broken {
  readonly clean: string;
  readonly text: string;
}

/** The places of lines: the first of each event type, then the second of each, and so on. */
function varied(lines: readonly CleanLine[]): number[] {
  const seen = new Map<string, number>();
  const rank = lines.map(({ eventType }) => {
    const kind = eventType.startsWith(request.name) ? request.name : eventType;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return seen.get(kind)!;
  });
  return [...lines.keys()].sort((a, b) => rank[a]! - rank[b]! || a - b);
}

const ORDER = { documented: varied(CLEAN.documented), deployed: varied(CLEAN.deployed) };

/** Enough lines for any operator to meet what it needs; those with huge results are tried on fewer. */
const MOST = 400;
const MOST_CHARACTERS = 5_000_000;

/** Applies an operator to clean lines of all types, until it has broken enough; those that it cannot break are left out. */
export function breakSome(fault: LineFault, dialect: Dialect): Broken[] {
  const random = stream('test', 'fault', fault.id);
  const lines = CLEAN[dialect];
  const broken: Broken[] = [];
  let characters = 0;
  for (const place of ORDER[dialect]) {
    if (broken.length === MOST || characters > MOST_CHARACTERS) break;
    const line = lines[place]!;
    const next = fault.takes === 'pair' ? lines[place + 1] : undefined;
    if (fault.takes === 'pair' && !next) continue;
    const before = () => lines.slice(Math.max(0, place - 64), place).map((one) => one.text).toReversed();
    const text = fault.break(line, random, { number: place + 1, next, inFile: Math.min(place, 64), before });
    if (text === undefined) continue;
    broken.push({ clean: next ? `${line.text}\n${next.text}` : line.text, text });
    characters += text.length;
  }
  return broken;
}

/** The rules that the validator finds broken, and the places, in each of some texts, which may be several lines. */
export async function rulesIn(texts: readonly string[], dialect: Dialect): Promise<Set<RuleId>[]> {
  const owner: number[] = [];
  for (const [place, text] of texts.entries()) for (let n = text.split('\n').length; n > 0; n -= 1) owner.push(place);
  const found = texts.map(() => new Set<RuleId>());
  const stdin = Readable.from(texts.map((text) => Buffer.from(`${text}\n`, 'latin1')));
  await validateLogs(['-'], ({ line, rule }) => found[owner[line! - 1]!]!.add(rule), { dialect, stdin });
  return found;
}

/** The names of a payload's parts; undefined where they are free. */
function partsOf(schema: Node): string[] | undefined {
  const members = schema.anyOf ?? [schema];
  return members[0]!.properties ? members.flatMap(({ properties = {} }) => Object.keys(properties)) : undefined;
}

/** What a line means: the fields, and the parts of its payload, that the format names. */
function meaningOf(text: string, dialect: Dialect): unknown[] {
  const { event, ...record } = parseLine(text, dialect);
  const shape = eventTypeOf(dialect, record.event_source, record.event_type)?.[dialect];
  const parts = shape && partsOf(shape.payload as Node);
  const payload = parts && typeof event === 'object' && event !== null ? parts.map((part) => event[part]) : event;
  return [payload, ...fieldOrder(dialect, 'browser').map((name) => (record as { [name in FieldName]?: unknown })[name])];
}

/** Whether a broken text reads as the clean one does. */
export const meansTheSame = ({ clean, text }: Broken, dialect: Dialect): boolean =>
  isDeepStrictEqual(meaningOf(Buffer.from(text, 'latin1').toString(), dialect), meaningOf(clean, dialect));
