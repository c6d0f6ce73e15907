/** What the validator cannot tell of the operators on bytes: that they break a line in the way that they say. */
import { describe, expect, test } from 'vitest';
import { LINE_FAULTS } from '../index.ts';
import { breakAll, CLEAN, type Broken } from '../operators.test.support.ts';
import { overlong } from './encoding.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const few = CLEAN.documented.slice(0, 50);

/** What the operator of an id makes of some lines. */
const brokenBy = (id: string, lines = few): Broken[] =>
  breakAll(
    LINE_FAULTS.find((fault) => fault.id === id)!,
    lines,
    Infinity,
  );

/** Decodes one UTF-8 character as the old, lenient decoders did: no check but that of the bits. */
function lenient(text: string): { character: string; bytes: number } {
  const [lead, ...others] = bytesOf(text);
  const length = [0xc0, 0xe0, 0xf0, 0xf8].findIndex((start) => lead! < start) + 1;
  const code = others.reduce((sum, unit) => sum * 64 + (unit & 0x3f), lead! & (0x7f >> length));
  return { character: String.fromCodePoint(code), bytes: length };
}

describe('an overlong form', () => {
  test.each([2, 3, 4] as const)('of %i bytes is the character to a decoder that does not mind', (length) => {
    for (let code = 0; code < 128; code += 1) {
      const character = String.fromCharCode(code);
      const form = overlong(character, length);
      expect(lenient(form)).toEqual({ character, bytes: form.length });
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(form))).toThrow(TypeError);
    }
  });

  test('is the one that was first used to slip past checks', () => {
    expect([2, 3, 4].map((length) => bytesOf(overlong('/', length as 2)).toString('hex'))).toEqual([
      'c0af',
      'e080af',
      'f08080af',
    ]);
  });
});

test('UTF-16 is read as such, by its mark', () => {
  const read = ({ text }: { text: string }): string => {
    const all = bytesOf(text);
    return new TextDecoder(all[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(all);
  };
  const broken = brokenBy('utf-16');
  expect(new Set(broken.map(({ text }) => text[0]))).toEqual(new Set(['\xff', '\xfe']));
  expect(broken.map(read)).toEqual(broken.map(({ clean }) => clean));
});

test('Latin-1 is read as such, with one letter more', () => {
  for (const { clean, text } of brokenBy('latin-1')) expect(text.replace(/[\xc0-\xff]/, '')).toBe(clean);
});

test('CESU-8 holds two surrogates', () => {
  for (const { text } of brokenBy('cesu-8'))
    expect(text).toMatch(/\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]/);
});

test('a flipped bit is one', () => {
  for (const fault of ['bit-flipped', 'high-bit-flipped']) {
    for (const { clean, text } of brokenBy(fault)) {
      const changed = Array.from(text, (character, at) => character.charCodeAt(0) ^ clean.charCodeAt(at)).filter(
        (bits) => bits !== 0,
      );
      expect(changed).toHaveLength(1);
      expect(Number.isInteger(Math.log2(changed[0]!))).toBe(true);
    }
  }
});

test('lines that are split, joined or interleaved lose and gain nothing but newlines', () => {
  const letters = (text: string): string => [...text.replaceAll('\n', '')].sort().join('');
  for (const fault of ['line-split', 'lines-joined', 'lines-interleaved']) {
    for (const { clean, text } of brokenBy(fault)) expect(letters(text)).toBe(letters(clean));
  }
});

test('a syslog header tells the time of its line', () => {
  for (const { clean, text } of brokenBy('syslog-prefix')) {
    const [, month, day, clock] = /^(Mar) ([ \d]\d) (\d\d:\d\d:\d\d) localhost \{/.exec(text)!;
    expect(month).toBe('Mar');
    expect(clean).toContain(`"time": "2013-03-${day!.replace(' ', '0')}T${clock}.`);
  }
});

test('what is cut at a length is as long', () => {
  for (const { text } of brokenBy('line-cut-10000', CLEAN.documented)) expect(text).toHaveLength(10_000);
  for (const { text } of brokenBy('syslog-cut', CLEAN.documented)) expect(text).toHaveLength(2043);
});

test('a byte order mark stands at the start of the file, or of a later line', () => {
  expect(brokenBy('bom-first').map(({ text }) => text)).toEqual([`\xef\xbb\xbf${few[0]!.text}`]);
  expect(brokenBy('bom-inside')).toHaveLength(few.length - 1);
});
