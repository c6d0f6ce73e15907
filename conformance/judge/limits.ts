/** What a parser may refuse because of a limit that it states. */
import type { Claims } from '../subject.ts';

const BRACKET = { '[': 1, '{': 1, ']': -1, '}': -1 } as const;
const STEPS = new Map(Object.entries(BRACKET).map(([c, step]) => [c.charCodeAt(0), step]));

/** How deep a line may nest. Brackets in strings count too: a string may encode the payload. */
function depthOf(line: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  for (const byte of line) {
    depth += STEPS.get(byte) ?? 0;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** Whether a line is longer, or nests deeper, than the parser says that it reads. */
export const isBeyond = ({ lineBytes = Infinity, depth = Infinity }: Claims['limits'], line: Uint8Array): boolean =>
  line.length > lineBytes || (depth < Infinity && depthOf(line) > depth);
