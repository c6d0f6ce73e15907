/** Files of a few kilobytes that stand for gigabytes, or for hundreds of thousands of parts, are given up in time. */
import { fc, test } from '@fast-check/vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { BOUNDS } from '../bounds.ts';
import { gunzip } from './read-gzip.ts';
import { read, readerOf, temporaryFolder } from './reading.test.support.ts';
import { BLOCK } from './tar-header.ts';

/** A tar's member with a type flag of its own. */
function member(name: string, content = '', flag = '0'): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name.slice(0, 100));
  header.write(`${Buffer.byteLength(content).toString(8).padStart(11, '0')}\0`, 124);
  header.write(flag, 156);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(' '.repeat(8), 148);
  header.write(`${header.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc(-Buffer.byteLength(content) & (BLOCK - 1))]);
}

/** A pax record for a member's name; its length counts its own digits. */
function paxName(name: string): string {
  const rest = ` path=${name}\n`;
  const length = [1, 2, 3, 4, 5, 6, 7].map((digits) => digits + rest.length).find((sum) => String(sum).length + rest.length === sum)!;
  return `${length}${rest}`;
}

/** What is found in a file, beside lines. */
async function problemsOf(bytes: Buffer): Promise<{ lines: number; problems: string[] }> {
  const path = join(temporaryFolder(), 'x');
  writeFileSync(path, bytes);
  const { files, problems } = await read([path]);
  return { lines: files.reduce((sum, { lines }) => sum + lines.length, 0), problems: problems.map(({ rule, message }) => `${rule}: ${message}`) };
}

const packed = async (byte: number, megabytes: number): Promise<Buffer> => {
  const gzip = createGzip({ level: 9 });
  const chunks: Buffer[] = [];
  const gathered = (async () => {
    for await (const chunk of gzip) chunks.push(chunk as Buffer);
  })();
  const megabyte = Buffer.alloc(2 ** 20, byte);
  for (let n = 0; n < megabytes; n += 1) if (!gzip.write(megabyte)) await new Promise((resolve) => gzip.once('drain', resolve));
  gzip.end();
  await gathered;
  return Buffer.concat(chunks);
};

const END = Buffer.alloc(2 * BLOCK);

describe('a finding, and the end of reading, is', () => {
  test('gzip data of very many members', async () => {
    const { lines, problems } = await problemsOf(Buffer.concat(Array<Buffer>(BOUNDS.gzipMembers.most + 1).fill(gzipSync('x'))));
    expect({ lines, problems }).toEqual({ lines: 0, problems: ['file-bounds: the gzip data has more than 100,000 members'] });
  });

  test.each([
    ['that shrinks too well', () => packed(0, 64)],
    ['packed twice', async () => gzipSync(await packed(0, 64))],
    ['of many that do not alone', async () => gzipSync(Buffer.concat([...Array.from({ length: 8 }, (_, n) => member(`tracking.log-${n}`, '\0'.repeat(2 ** 22))), END]))],
  ])('a file %s', async (_, make) => {
    const { lines, problems } = await problemsOf(await make());
    expect(lines).toBeLessThan(8);
    expect(problems).toEqual([expect.stringMatching(/^file-bounds: unpacks to more than 250 times its size: \d+ bytes after \d+$/)]);
  });

  test('a tar of very many members', async () => {
    const { problems } = await problemsOf(Buffer.concat([...Array<Buffer>(BOUNDS.tarMembers.most + 1).fill(member('x')), END]));
    expect(problems).toEqual(['file-bounds: the tar has more than 100,000 members']);
  });

  test.each([
    ['a header of pax', [member('pax', paxName('a'.repeat(2 ** 20)), 'x')], /^file-bounds: the tar has a header \(pax\) of \d+ bytes, more than 131072$/],
    ['a name of pax', [member('pax', paxName('a'.repeat(5000)), 'x')], /^file-bounds: the tar has a name of 5000 bytes, more than 4096$/],
    ['a long name', [member('long', 'a'.repeat(5000), 'L')], /^file-bounds: the tar has a name of 5000 bytes, more than 4096$/],
  ])('%s that is too long', async (_, headers, message) => {
    const { problems } = await problemsOf(Buffer.concat([...headers, member('x', 'y\n'), member('tracking.log', 'z\n'), END]));
    expect(problems).toEqual([expect.stringMatching(message)]);
  });
});

test.prop([fc.array(fc.string({ unit: 'binary-ascii', maxLength: 600 }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 700 })])(
  'small members are unpacked as large ones are, however the bytes are cut',
  async (texts, size) => {
    const bytes = Buffer.concat(texts.map((text) => gzipSync(text)));
    const chunks: Buffer[] = [];
    for await (const chunk of gunzip(readerOf(bytes, size))) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString('latin1')).toBe(texts.join(''));
  },
);
