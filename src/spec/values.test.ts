import type { TSchema } from 'typebox';
import { isIP } from 'node:net';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { absoluteUrl, instant, ipAddress, isoformatInstant, location, sessionCookie, sessionKey } from './values.ts';

const matcher = (schema: TSchema) => {
  const compiled = Compile(schema);
  return (value: string): boolean => compiled.Check(value);
};

/** A text with one character dropped, doubled or replaced. */
const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.nat(), fc.constantFrom('', ':', '::', '.', '0', 'f', 'g', '256', '-', 'T', ' '))
    .map(([whole, position, mark]) => {
      const at = position % (whole.length + 1);
      return whole.slice(0, at) + mark + whole.slice(at + 1);
    });

describe('an ip', () => {
  const isAddress = matcher(ipAddress);
  const address = fc.oneof(fc.ipV4(), fc.ipV6());

  forAll([fc.oneof(address, damaged(address), damaged(damaged(address)))], { numRuns: 2000 })(
    'is what Node takes for one',
    (text) => {
      expect(isAddress(text), text).toBe(isIP(text) > 0);
    },
  );

  test.each(['::', '::1', '64:ff9b::192.0.2.33', '1:2:3:4:5:6:192.0.2.1', '::ffff:192.0.2.1', '0.0.0.0'])(
    'may be %s',
    (text) => {
      expect(isAddress(text)).toBe(true);
    },
  );

  test.each(['', '192.0.2', '192.0.2.01', '1::2::3', '1:2:3:4:5:6:7', 'fe80::1%eth0', '192.0.2.1\n', 'localhost'])(
    'is not %j',
    (text) => {
      expect(isAddress(text)).toBe(false);
    },
  );
});

describe('a time', () => {
  const isInstant = matcher(instant);
  const isIsoformat = matcher(isoformatInstant);
  const two = (max: number) => fc.nat({ max }).map((n) => String(n).padStart(2, '0'));
  const text = fc
    .tuple(fc.nat({ max: 9999 }), two(13), two(32), two(25), two(61), two(61))
    .map(([year, month, day, h, m, s]) => `${String(year).padStart(4, '0')}-${month}-${day}T${h}:${m}:${s}`);
  const isReal = (seconds: string): boolean => {
    const date = new Date(`${seconds}Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === seconds;
  };

  forAll([text], { numRuns: 2000 })('is what Date takes for a real instant', (seconds) => {
    expect(isInstant(`${seconds}.000001`), seconds).toBe(isReal(seconds));
    expect(isIsoformat(seconds), seconds).toBe(isReal(seconds));
  });

  test('is a leap day every four years, but for most centuries', () => {
    const leapDays = (year: string) => isInstant(`${year}-02-29T00:00:00.000000`);
    expect(['1996', '2000', '2012', '1900', '2013', '2100'].map(leapDays)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test.each([
    '2013-03-04 12:00:00.000000',
    '2013-03-04T12:00:00.00000',
    '2013-03-04T12:00:00.000000Z',
    '2013-03-04T12:00:00.000000\n',
  ])('is not %j', (wrong) => {
    expect([isInstant(wrong), isIsoformat(wrong)]).toEqual([false, false]);
  });

  test('has its fraction always on the page, and at most without it in deployed logs', () => {
    expect([isInstant('2013-03-04T12:00:00'), isIsoformat('2013-03-04T12:00:00')]).toEqual([false, true]);
  });
});

test.each([
  [
    absoluteUrl,
    'a URL',
    ['http://a', 'https://a:8000/b?c#d', 'https://www.edx.org/é'],
    ['', '/a', 'a.b/c', 'ftp://a', 'http:///a', 'http://a b', 'http://a/ '],
  ],
  [
    location,
    'a location',
    ['i4x://MITx/6.00x/problem/L15:L15_Problem_2'],
    ['', 'i4x://a/b/c', 'i4x://a/b/c/d/e', 'i4x:/a/b/c/d', 'i4x://a/b//d', 'i4x://a/b/c/d e', 'I4x://a/b/c/d'],
  ],
  [
    sessionKey,
    'a session',
    ['', '0123456789abcdef0123456789abcdef'],
    ['0', '0123456789ABCDEF0123456789ABCDEF', '0123456789abcdef0123456789abcdef '],
  ],
  [
    sessionCookie,
    'a cookie',
    ['', '0'.repeat(32), `${'0'.repeat(32)};${'f'.repeat(32)}`],
    [';', `${'0'.repeat(32)};`, `${'0'.repeat(32)}, ${'f'.repeat(32)}`],
  ],
])('%#: %s', (schema, _name, right, wrong) => {
  const matches = matcher(schema);
  expect(right.filter((text) => !matches(text))).toEqual([]);
  expect(wrong.filter(matches)).toEqual([]);
});
