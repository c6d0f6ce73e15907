import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { onceFor, remember } from './remember.ts';

const long = (n: number): string => `${n}`.padStart(64, 'x');

function counted() {
  const asked: string[] = [];
  const encode = remember((text) => {
    asked.push(text);
    return `<${text}>`;
  });
  return { asked, encode };
}

forAll([fc.array(fc.oneof(fc.string(), fc.nat({ max: 3 }).map(long)))])(
  'what is remembered is what is given',
  (texts) => {
    const { encode } = counted();
    for (const text of texts) expect(encode(text)).toBe(`<${text}>`);
  },
);

test('long texts are encoded once, short ones each time', () => {
  const { asked, encode } = counted();
  for (const text of [long(1), long(1), 'short', 'short', long(2), long(1)]) encode(text);
  expect(asked).toEqual([long(1), 'short', 'short', long(2)]);
});

test('an empty result is remembered too', () => {
  let asked = 0;
  const encode = remember(() => {
    asked += 1;
    return '';
  });
  expect([encode(long(1)), encode(long(1)), asked]).toEqual(['', '', 1]);
});

test('a thousand texts are kept, then it begins anew', () => {
  const { asked, encode } = counted();
  for (let n = 0; n < 1000; n += 1) encode(long(n));
  encode(long(0));
  expect(asked).toHaveLength(1000);
  for (const n of [1000, 0]) encode(long(n));
  expect(asked.slice(1000)).toEqual([long(1000), long(0)]);
});

test('what is made of an object is made once, of each its own', () => {
  const made: object[] = [];
  const named = onceFor((key: { readonly name: string }) => {
    made.push(key);
    return { of: key.name };
  });
  const [one, other] = [{ name: 'same' }, { name: 'same' }];
  expect(named(one)).toBe(named(one));
  expect(named(other)).not.toBe(named(one));
  expect(made).toEqual([one, other]);
});
