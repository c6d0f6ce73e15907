/** Other ways to write the built-in course's programs, by a program's first line. */
import { waysOfWeeks1to6 } from './other-ways-1-6.ts';
import { waysOfWeeks6to14 } from './other-ways-6-14.ts';
import type { Program } from './parts.ts';

const OTHER_WAYS: Readonly<Record<string, readonly Program[]>> = { ...waysOfWeeks1to6, ...waysOfWeeks6to14 };

/** A program with the other ways to write it, where there are any. */
export function withOtherWays(input: Program): Program {
  const others = OTHER_WAYS[input.answer.slice(0, input.answer.indexOf('\n'))] ?? [];
  return others.length === 0 ? input : { ...input, others: others.map(({ answer, wrong }) => ({ answer, wrong })) };
}
