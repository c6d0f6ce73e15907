import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { ServerPacker, ServerWriter } from './write-server.ts';
import { TarFile, tarHeader } from './write-tar.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const SERVER = 'prod-edxapp-007';

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Writes days of lines; gives the archive's path and what the writer says of it. */
function write(days: readonly string[][], { compress, gzipLevel }: { compress: 'gzip' | 'none'; gzipLevel: number }) {
  const path = join(temporaryFolder(), `${SERVER}.tar`);
  const writer = new ServerWriter(new ServerPacker(new TarFile(path), SERVER, { gzipLevel }));
  for (const [day, lines] of days.entries()) {
    writer.nextFile(`tracking.log-2013030${day + 1}${compress === 'gzip' ? '.gz' : ''}`, 1_362_355_200 + day);
    for (const [second, line] of lines.entries()) writer.line(line, day * 86_400e6 + second);
  }
  return { path, written: writer.close() };
}

/** The daily files by name, as the system's tar and gzip give them back. */
function contentsOf(path: string): Map<string, Buffer> {
  const folder = temporaryFolder();
  execFileSync('bash', ['-c', 'tar -xf "$0" && find . -name "*.gz" -exec gzip -d {} +', path], { cwd: folder });
  const names = existsSync(join(folder, SERVER)) ? readdirSync(join(folder, SERVER)) : [];
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, SERVER, name))]));
}

const line = fc
  .string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)), maxLength: 300 })
  .map((text) => `${text}\n`);
const days = fc.array(fc.array(line, { maxLength: 40 }), { maxLength: 4 });
const compression = fc.record({
  compress: fc.constantFrom('gzip' as const, 'none' as const),
  gzipLevel: fc.integer({ min: 1, max: 9 }),
});

forAll([days, compression], { numRuns: 25 })('the system’s tar and gzip give the lines back', (written, packed) => {
  const { path, written: archive } = write(written, packed);
  const contents = contentsOf(path);
  const listed = execFileSync('tar', ['-tf', path], { encoding: 'utf8' }).split('\n').filter(Boolean);
  expect(listed).toEqual(archive.files.map(({ name }) => `${SERVER}/${name}`));
  const full = written.map((lines, day) => ({ lines, day })).filter(({ lines }) => lines.length > 0);
  expect(archive.files).toHaveLength(full.length);
  for (const [index, { lines }] of full.entries()) {
    const file = archive.files[index]!;
    const text = lines.join('');
    expect(contents.get(file.name.replace('.gz', ''))?.toString('latin1')).toBe(text);
    expect(file).toMatchObject({ lines: lines.length, bytes: text.length, sha256: hashOf(text) });
  }
  const bytes = readFileSync(path);
  expect(archive).toMatchObject({ bytes: bytes.length, sha256: hashOf(bytes) });
});

test('a file of many blocks, and a line longer than a block, are one gzip member', () => {
  const lines = [
    ...Array.from({ length: 30_000 }, (_, n) => `line ${n} ${'x'.repeat(n % 90)}\n`),
    `${'long '.repeat(300_000)}\n`,
    'last\n',
  ];
  const { path, written } = write([lines], { compress: 'gzip', gzipLevel: 6 });
  const { name } = written.files[0]!;
  expect(
    contentsOf(path)
      .get(name.replace('.gz', ''))
      ?.equals(Buffer.from(lines.join(''))),
  ).toBe(true);
  const member = execFileSync('tar', ['-xOf', path, `${SERVER}/${name}`], { maxBuffer: 2 ** 28 });
  const magic = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  expect(member.indexOf(magic, 1)).toBe(-1);
});

test('an archive that is there already is not written over', () => {
  const { path } = write([['a\n']], { compress: 'none', gzipLevel: 6 });
  expect(() => new TarFile(path)).toThrow('EEXIST');
});

test('a header tells sizes over 8 GiB in base 256, and refuses a name that does not fit', () => {
  const header = tarHeader({ name: 'large', size: 2 ** 40 + 5, mtime: 0 });
  expect([header[124], header.readBigUInt64BE(128)]).toEqual([0x80, 2n ** 40n + 5n]);
  expect(() => tarHeader({ name: 'x'.repeat(101), size: 0, mtime: 0 })).toThrow(RangeError);
});
