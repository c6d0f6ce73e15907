/** Files of a few kilobytes that stand for gigabytes, or for hundreds of thousands of parts, are given up in time. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BOUNDS } from '../base/bounds.ts';
import { gunzip } from './read-gzip.ts';
import { read, readerOf } from './reading.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { BLOCK } from './tar-header.ts';

const MEBIBYTE = 2 ** 20;

/** Milliseconds that a busy machine may take for what an idle one does in two seconds. */
const SLOW = 600_000;

/** A tar's member with a type flag of its own. */
function member(name: string, text: string | Buffer = '', flag = '0'): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(BLOCK);
  header.write(name.slice(0, 100));
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(flag, 156);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(' '.repeat(8), 148);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return Buffer.concat([header, content, Buffer.alloc(-content.length & (BLOCK - 1))]);
}

/** A pax record for a member's name; its length counts its own digits. */
function paxName(name: string): string {
  const rest = ` path=${name}\n`;
  const length = [1, 2, 3, 4, 5, 6, 7]
    .map((digits) => digits + rest.length)
    .find((sum) => String(sum).length + rest.length === sum)!;
  return `${length}${rest}`;
}

/** What is found in a file, beside lines. */
async function problemsOf(bytes: Buffer): Promise<{ lines: number; problems: string[] }> {
  const path = join(temporaryFolder(), 'x');
  writeFileSync(path, bytes);
  const { files, problems } = await read([path]);
  return {
    lines: files.reduce((sum, { lines }) => sum + lines.length, 0),
    problems: problems.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

/** Nothing, a few kilobytes of gzip; several members one after the other unpack to all that they hold. */
const PIECE = gzipSync(Buffer.alloc(8 * MEBIBYTE), { level: 9 });
const bomb = (mebibytes: number): Buffer => Buffer.concat(Array<Buffer>(mebibytes / 8).fill(PIECE));
const SMALL_BOMB = bomb(64);
const BOMB = bomb(400);

const END = Buffer.alloc(2 * BLOCK);

describe('a finding, and the end of reading, is', () => {
  test(
    'gzip data of very many members',
    async () => {
      const { lines, problems } = await problemsOf(
        Buffer.concat(Array<Buffer>(BOUNDS.gzipMembers.most + 1).fill(gzipSync('x'))),
      );
      expect({ lines, problems }).toEqual({
        lines: 0,
        problems: ['file-bounds: the gzip data has more than 100,000 members'],
      });
    },
    SLOW,
  );

  test.each([
    ['packed twice', () => gzipSync(BOMB)],
    [
      'of several that do not alone',
      () => Buffer.concat([...Array.from({ length: 8 }, (_, n) => member(`tracking.log-${n}`, SMALL_BOMB)), END]),
    ],
  ])(
    'a file %s',
    async (_, make) => {
      const { lines, problems } = await problemsOf(make());
      expect(lines).toBe(0);
      expect(problems.filter((problem) => !problem.startsWith('file-gzip'))).toEqual([
        expect.stringMatching(/^file-bounds: unpacks to more than 250 times its size: \d+ bytes after \d+$/),
      ]);
    },
    SLOW,
  );

  test(
    'a packed file of very many lines',
    async () => {
      const { lines, problems } = await problemsOf(gzipSync('\n'.repeat(8 * MEBIBYTE)));
      expect(lines).toBeLessThan(BOUNDS.linesFree.most + MEBIBYTE);
      expect(problems).toEqual([
        expect.stringMatching(/^file-bounds: unpacks to more than 1 line a byte: [\d,]+ lines after \d+ bytes$/),
      ]);
    },
    SLOW,
  );

  test(
    'a tar of very many members',
    async () => {
      const { problems } = await problemsOf(
        Buffer.concat([...Array<Buffer>(BOUNDS.tarMembers.most + 1).fill(member('x')), END]),
      );
      expect(problems).toEqual(['file-bounds: the tar has more than 100,000 members']);
    },
    SLOW,
  );

  test.each([
    [
      'a header of pax',
      [member('pax', paxName('a'.repeat(2 ** 20)), 'x')],
      /^file-bounds: the tar has a header \(pax\) of \d+ bytes, more than 131072$/,
    ],
    [
      'a name of pax',
      [member('pax', paxName('a'.repeat(5000)), 'x')],
      /^file-bounds: the tar has a name of 5000 bytes, more than 4096$/,
    ],
    [
      'a long name',
      [member('long', 'a'.repeat(5000), 'L')],
      /^file-bounds: the tar has a name of 5000 bytes, more than 4096$/,
    ],
  ])('%s that is too long', async (_, headers, message) => {
    const { problems } = await problemsOf(
      Buffer.concat([...headers, member('x', 'y\n'), member('tracking.log', 'z\n'), END]),
    );
    expect(problems).toEqual([expect.stringMatching(message)]);
  });
});

forAll([
  fc.array(fc.string({ unit: 'binary-ascii', maxLength: 600 }), { minLength: 1, maxLength: 20 }),
  fc.integer({ min: 1, max: 700 }),
])('small members are unpacked as large ones are, however the bytes are cut', async (texts, size) => {
  const bytes = Buffer.concat(texts.map((text) => gzipSync(text)));
  const chunks: Buffer[] = [];
  for await (const chunk of gunzip(readerOf(bytes, size))) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString('latin1')).toBe(texts.join(''));
});
