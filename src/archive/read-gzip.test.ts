import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ByteReader } from '../store/byte-reader.ts';
import { readerOf, someLines, textOf } from './reading.test.support.ts';
import { gunzip } from './read-gzip.ts';

/** What gunzip gives, and the message of the damage it ends with. */
async function unpack(input: ByteReader): Promise<{ text: string; damage?: string }> {
  const chunks: Buffer[] = [];
  const text = () => Buffer.concat(chunks).toString('latin1');
  try {
    for await (const chunk of gunzip(input)) chunks.push(chunk);
    return { text: text() };
  } catch (error) {
    return { text: text(), damage: (error as Error).message };
  }
}

const TEXT = textOf(someLines(2000));
const PACKED = gzipSync(TEXT);

const changed = (bytes: Buffer, offset: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[offset < 0 ? copy.length + offset : offset]! ^= 0x55;
  return copy;
};

/** A member whose header has all optional parts: extra, name, comment, checksum. */
function fullMember(text: string): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 5, 0, 1, 0, 2, 0, 3]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(text), 0);
  trailer.writeUInt32LE(text.length, 4);
  return Buffer.concat([header, Buffer.from('name\0comment\0'), Buffer.from([1, 2]), deflateRawSync(text), trailer]);
}

describe('gunzip', () => {
  forAll([
    fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 600 }),
    fc.nat(40),
  ])('unpacks members and padding, however the bytes come', async (texts, size, padding) => {
    const packed = Buffer.concat([...texts.map((text) => gzipSync(text)), Buffer.alloc(padding)]);
    expect(await unpack(readerOf(packed, size))).toEqual({ text: Buffer.concat(texts).toString('latin1') });
  });

  test.each(['gzip -1', 'gzip -9', 'gzip -c -N', 'gzip --rsyncable'])('reads what %s writes', async (command) => {
    const packed = execFileSync('bash', ['-c', command], { input: TEXT });
    expect(await unpack(readerOf(packed))).toEqual({ text: TEXT });
  });

  test('reads headers with every optional part', async () => {
    const packed = Buffer.concat([fullMember('one'), fullMember('two')]);
    for (const size of [1, 3, 1000]) expect(await unpack(readerOf(packed, size))).toEqual({ text: 'onetwo' });
  });

  test('reads hundreds of tiny members', async () => {
    const packed = Buffer.concat(Array.from({ length: 500 }, (_, n) => gzipSync(`${n}\n`)));
    expect((await unpack(readerOf(packed))).text.split('\n')).toHaveLength(501);
  });

  test('reads large files of any compressibility', async () => {
    const parts = Buffer.concat([Buffer.alloc(3_000_000), randomBytes(3_000_000), Buffer.from(TEXT.repeat(30))]);
    expect(await unpack(readerOf(gzipSync(parts), 65_536))).toEqual({ text: parts.toString('latin1') });
  });

  test('gives all of the text when only the checksum or the length is wrong', async () => {
    expect(await unpack(readerOf(changed(PACKED, -5)))).toEqual({
      text: TEXT,
      damage: 'the checksum of the gzip data is wrong',
    });
    expect(await unpack(readerOf(changed(PACKED, -1)))).toEqual({
      text: TEXT,
      damage: 'the length of the gzip data is wrong',
    });
  });

  test.each([1, 7, 8, 9, 100, 1000, PACKED.length - 11])(
    'gives what comes before a cut of %i bytes',
    async (missing) => {
      const cut = PACKED.subarray(0, PACKED.length - missing);
      const { text, damage } = await unpack(readerOf(cut));
      expect(damage).toBe(`the gzip data is cut short after ${cut.length} bytes`);
      expect(TEXT.startsWith(text)).toBe(true);
      expect(text.length).toBeGreaterThan(TEXT.length - 4 * missing - 100);
    },
  );

  test('tells junk after the end from a cut, and from padding', async () => {
    const end = `the gzip data ends at byte ${PACKED.length}, and something else follows it`;
    for (const junk of ['x', '\x1f', 'junk', '\0\0\0junk', '\0'.repeat(1000) + 'x']) {
      expect(await unpack(readerOf(Buffer.concat([PACKED, Buffer.from(junk)])))).toEqual({ text: TEXT, damage: end });
    }
    expect(await unpack(readerOf(Buffer.concat([PACKED, Buffer.alloc(100_000)])))).toEqual({ text: TEXT });
  });

  test('tells of damage inside the data and in the header', async () => {
    const noBlock = Buffer.from([0, 1, 2, 3, 4]);
    const begun = gzipSync(TEXT, { finishFlush: constants.Z_SYNC_FLUSH });
    const { text, damage } = await unpack(readerOf(Buffer.concat([begun, noBlock, PACKED])));
    expect(damage).toMatch(/^the gzip data before byte \d+ is damaged \(invalid stored block lengths\)$/);
    expect(TEXT.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(TEXT.length / 3);
    for (const offset of [2, 3])
      expect(await unpack(readerOf(changed(PACKED, offset)))).toEqual({
        text: '',
        damage: 'the gzip header is damaged',
      });
  });

  test('unpacks a bomb piece by piece', async () => {
    const growth = 1032;
    const bomb = readerOf(gzipSync(Buffer.alloc(400_000_000), { level: 9 }));
    let length = 0;
    const all = async () => {
      for await (const chunk of gunzip(bomb)) {
        length += chunk.length;
        expect(bomb.position * growth - length).toBeLessThan(100_000_000);
      }
    };
    await expect(all()).rejects.toThrow('unpacks to more than 250 times its size');
    expect(length).toBeGreaterThan(10_000_000);
  });

  test('can be left at any time', async () => {
    for (const chunk of [1, 5]) {
      const input = readerOf(PACKED, 100);
      let seen = 0;
      for await (const _ of gunzip(input)) if (++seen === chunk) break;
      expect(await input.some()).toBeUndefined();
    }
  });
});
