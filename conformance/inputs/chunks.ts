import fc from 'fast-check';
import { listOf } from './list.ts';

/** A way to cut bytes into consecutive pieces, empty ones among them. */
export type Cutter = (bytes: Buffer) => Buffer[];

const FINEST = 65_536;

/** Cuts at some shares of the length; two equal cuts leave an empty piece. */
const at =
  (shares: readonly number[]): Cutter =>
  (bytes) => {
    const cuts = shares.map((share) => Math.floor((share / FINEST) * (bytes.length + 1))).sort((a, b) => a - b);
    return [...cuts, bytes.length].map((end, i) => bytes.subarray(i === 0 ? 0 : cuts[i - 1]!, end));
  };

const everyByte: Cutter = (bytes) => Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));

/** Ways to cut a log: into a few pieces, or into single bytes. */
export const cutter: fc.Arbitrary<Cutter> = fc.oneof(
  { arbitrary: listOf(fc.nat(FINEST - 1), 1, 5).map(at), weight: 7 },
  { arbitrary: fc.constant(everyByte), weight: 1 },
);
