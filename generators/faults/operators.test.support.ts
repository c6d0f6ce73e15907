/** What line operators make of clean lines, and what the validator says of it. */
import { Readable } from 'node:stream';
import { parseLine } from '../../src/line/index.ts';
import { stream } from '../../src/random/index.ts';
import { DIALECTS, type Dialect, type RuleId } from '../../src/spec/index.ts';
import { validateLogs } from '../../src/validate-logs.ts';
import { linesOf } from '../runs.test.support.ts';
import { CleanLine } from './clean-line.ts';
import type { LineFault } from './fault.ts';

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

/** Applies an operator to each of some lines; those that it cannot break are left out. */
export function breakAll(fault: LineFault, dialect: Dialect, lines: readonly CleanLine[]): Broken[] {
  const random = stream('test', 'fault', fault.id);
  const texts = lines.map(({ text }) => text);
  return lines.flatMap((line, place) => {
    const next = fault.takes === 'pair' ? lines[place + 1] : undefined;
    if (fault.takes === 'pair' && !next) return [];
    const near = { number: place + 1, next, inFile: Math.min(place, 64), before: () => texts.slice(Math.max(0, place - 64), place).toReversed() };
    const text = fault.break(line, random, near);
    return text === undefined ? [] : [{ clean: next ? `${line.text}\n${next.text}` : line.text, text }];
  });
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

/** Whether a broken text reads as the clean one does. */
export const meansTheSame = ({ clean, text }: Broken, dialect: Dialect): boolean =>
  JSON.stringify(parseLine(Buffer.from(text, 'latin1').toString(), dialect)) === JSON.stringify(parseLine(clean, dialect));
