import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect } from 'vitest';
import { JsonLines } from './json-lines.ts';

/** Texts of any script; some longer than what is gathered. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), fc.nat({ max: 40_000 }))
    .map(([unit, times]) => unit.repeat(times)),
);

forAll([fc.array(text, { maxLength: 30 })], { numRuns: 50 })(
  'lines come out as they are, in order, whatever their script and length',
  (texts) => {
    const chunks: Uint8Array[] = [];
    let ends = 0;
    const lines = new JsonLines({ write: (bytes) => chunks.push(Uint8Array.from(bytes)), close: () => (ends += 1) });
    for (const each of texts) lines.writeText(JSON.stringify(each));
    lines.close();
    expect(ends).toBe(1);
    const written = Buffer.concat(chunks).toString();
    expect(
      written
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(texts);
  },
);
