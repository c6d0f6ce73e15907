/** Limits that a parser states in hello: lines beyond them may be refused. */
import type { Claims } from './subject.ts';
import type { Extent } from './trial.ts';

/** What each byte adds to the depth. */
const STEPS = new Int8Array(256);
for (const open of Buffer.from('[{')) STEPS[open] = 1;
for (const close of Buffer.from(']}')) STEPS[close] = -1;

/** Levels of nesting of a line. Brackets in strings count too: a string may encode the payload. */
function depthOf(line: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  for (const byte of line) {
    depth += STEPS[byte]!;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** Extent of a line, without its newline, that limits are compared with. */
export const extentOf = (line: Uint8Array): Extent => ({ lineBytes: line.length, depth: depthOf(line) });

/** Whether a line is longer, or nests deeper, than the parser says that it reads. */
export const isBeyond = ({ lineBytes = Infinity, depth = Infinity }: Claims['limits'], line: Extent): boolean =>
  line.lineBytes > lineBytes || line.depth > depth;

export const hasLimits = ({ lineBytes, depth }: Claims['limits']): boolean =>
  lineBytes !== undefined || depth !== undefined;
