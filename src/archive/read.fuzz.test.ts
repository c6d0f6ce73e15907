import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ReadError } from './find.ts';
import { read, shell, someLines, textOf } from './reading.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

type Damage = (bytes: Buffer, offset: number, other: Buffer) => Buffer[];

const cut: Damage = (bytes, offset) => [bytes.subarray(0, offset)];
const overwrite: Damage = (bytes, offset, other) => [
  bytes.subarray(0, offset),
  other,
  bytes.subarray(offset + other.length),
];
const insert: Damage = (bytes, offset, other) => [bytes.subarray(0, offset), other, bytes.subarray(offset)];
const remove: Damage = (bytes, offset, { length }) => [bytes.subarray(0, offset), bytes.subarray(offset + length)];
const repeat: Damage = (bytes, offset, { length }) => [bytes.subarray(0, offset + length), bytes.subarray(offset)];

/** Damages bytes up to three times. */
const damages = fc
  .array(
    fc.tuple(
      fc.constantFrom(cut, overwrite, insert, remove, repeat),
      fc.nat(1_000_000),
      fc.uint8Array({ minLength: 1, maxLength: 1200, size: 'max' }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (list) =>
      (whole: Buffer): Buffer =>
        list.reduce(
          (bytes, [damage, offset, other]) =>
            Buffer.concat(damage(bytes, offset % (bytes.length + 1), Buffer.from(other))),
          whole,
        ),
  );

const LINES = someLines(300);

/** A real archive of three days that have the same lines. */
function archive(command: string): Buffer {
  const folder = temporaryFolder();
  shell(folder, 'mkdir prod-edxapp-001');
  for (const day of [1, 2, 3]) {
    writeFileSync(join(folder, `prod-edxapp-001/tracking.log-2013030${day}.gz`), gzipSync(textOf(LINES)));
  }
  shell(folder, `${command} x prod-edxapp-001`);
  return readFileSync(join(folder, 'x'));
}

/** All lines, and how many problems there were; an archive whose names are broken may hold no logs. */
async function readBroken(bytes: Buffer): Promise<{ lines: string[]; problems: number }> {
  try {
    const { files, problems } = await read(['-'], { stdin: Readable.from([bytes], { objectMode: true }) });
    return { lines: files.flatMap((file) => file.lines), problems: problems.length };
  } catch (error) {
    expect(error).toBeInstanceOf(ReadError);
    return { lines: [], problems: 1 };
  }
}

describe('a damaged archive', () => {
  test('in a gzip never stops the reader, and never passes for whole', async () => {
    const whole = archive('tar -czf');
    const property = fc.asyncProperty(damages, async (damage) => {
      const broken = damage(whole);
      const { lines, problems } = await readBroken(broken);
      const isGzip = broken[0] === 0x1f && broken[1] === 0x8b;
      if (problems === 0 && isGzip) expect(lines).toEqual([...LINES, ...LINES, ...LINES]);
    });
    await fc.assert(property, { numRuns: 400 });
  });

  test('never stops the reader', async () => {
    const whole = archive('tar -cf');
    await fc.assert(
      fc.asyncProperty(damages, async (damage) => void (await readBroken(damage(whole)))),
      { numRuns: 400 },
    );
  });
});
