import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect } from 'vitest';
import { edited, type Edit } from './edit.ts';

/** A text cut into chunks, and edits of it. */
const cases = fc
  .tuple(
    fc.string({ maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.string({ maxLength: 5 })), { maxLength: 6 }),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([text, steps, size]) => {
    const whole = Buffer.from(text);
    const edits: Edit[] = [];
    let at = 0;
    for (const [gap, length, bytes] of steps) {
      const offset = at + gap;
      if (offset + length > whole.length) break;
      edits.push({ offset, length, bytes: Buffer.from(bytes) });
      at = offset + Math.max(1, length);
    }
    return { whole, edits, size };
  });

forAll([cases])('each part is replaced, however the bytes are cut', async ({ whole, edits, size }) => {
  const expected = edits
    .toReversed()
    .reduce(
      (bytes, { offset, length, bytes: by }) =>
        Buffer.concat([bytes.subarray(0, offset), by, bytes.subarray(offset + length)]),
      whole,
    );
  async function* chunks() {
    for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
  }
  const parts: Buffer[] = [];
  for await (const part of edited(chunks(), edits)) parts.push(part);
  expect(Buffer.concat(parts).toString('hex')).toBe(expected.toString('hex'));
});
