import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ByteReader } from '../store/byte-reader.ts';
import { readerOf, shell } from './reading.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { tarEntries } from './read-tar.ts';
import { BLOCK } from './tar-header.ts';
import { tarHeader } from './write-tar.ts';

/** What tarEntries gives, and the message of the damage it ends with. */
async function unpack(
  input: ByteReader,
): Promise<{ members: [name: string, type: string, text: string][]; damage?: string }> {
  const members: [string, string, string][] = [];
  try {
    for await (const { name, type, content } of tarEntries(input)) {
      members.push([name, type, '']);
      for await (const chunk of content) members.at(-1)![2] += chunk.toString('latin1');
    }
    return { members };
  } catch (error) {
    return { members, damage: (error as Error).message };
  }
}

/** The tar that commands make as x.tar. */
function tarOf(commands: string): Buffer {
  const folder = temporaryFolder();
  shell(folder, commands);
  return readFileSync(join(folder, 'x.tar'));
}

const member = (name: string, text: string): Buffer =>
  Buffer.concat([
    tarHeader({ name, size: text.length, mtime: 0 }),
    Buffer.from(text),
    Buffer.alloc(-text.length & (BLOCK - 1)),
  ]);
const END = Buffer.alloc(2 * BLOCK);

describe('tarEntries', () => {
  test.each(['v7', 'oldgnu', 'gnu', 'ustar', 'posix'])('reads what tar --format=%s writes', async (format) => {
    const deep = 'd'.repeat(40);
    const tar = tarOf(`mkdir -p s/${deep}; echo one > s/a; : > s/empty; seq 1000 > s/${deep}/b; ln -s a s/z
      tar -c -f x.tar --format=${format} s`);
    const seq = Array.from({ length: 1000 }, (_, n) => `${n + 1}\n`).join('');
    for (const size of [tar.length, 512, 700, 13]) {
      expect(await unpack(readerOf(tar, size))).toEqual({
        members: [
          ['s/', 'folder', ''],
          ['s/a', 'file', 'one\n'],
          [`s/${deep}/`, 'folder', ''],
          [`s/${deep}/b`, 'file', seq],
          ['s/empty', 'file', ''],
          ['s/z', 'symbolic link', ''],
        ],
      });
    }
  });

  test.each(['gnu', 'oldgnu', 'posix', 'ustar'])('reads long names as --format=%s has them', async (format) => {
    const name = `${'folder-of-a-long-name/'.repeat(6)}${'x'.repeat(90)}`;
    const tar = tarOf(
      `mkdir -p $(dirname ${name}); echo one > ${name}; echo two > short; tar -cf x.tar --format=${format} ${name} short`,
    );
    expect(await unpack(readerOf(tar))).toEqual({
      members: [
        [name, 'file', 'one\n'],
        ['short', 'file', 'two\n'],
      ],
    });
  });

  test('reads names of 300 bytes and of any language, hard links, and a size in pax', async () => {
    const name = `${'é'.repeat(100)}日本`;
    const tar = tarOf(
      `echo one > ${name}; ln ${name} link; tar -c -f x.tar --format=posix --pax-option=size:=4 ${name} link`,
    );
    const { members, damage } = await unpack(readerOf(tar));
    expect(damage).toBeUndefined();
    expect(members[0]).toEqual([Buffer.from(name).toString(), 'file', 'one\n']);
    expect(members[1]?.[1]).toBe('hard link');
  });

  test('reads a size over 8 GiB', async () => {
    const size = 3 * 2 ** 33 + 5;
    const header = tarHeader({ name: 'large', size, mtime: 0 });
    expect((await unpack(readerOf(header))).damage).toBe(`the tar is cut short inside large, after 0 of ${size} bytes`);
  });

  test('tells a sparse file, whose content is no text', async () => {
    const make = (format: string) => tarOf(`truncate -s 1M s; echo end >> s; tar -c -S -f x.tar --format=${format} s`);
    for (const format of ['gnu', 'posix']) {
      expect((await unpack(readerOf(make(format)))).members[0]?.[1]).toBe('sparse file');
    }
  });

  test('skips what the caller leaves unread', async () => {
    const tar = Buffer.concat([member('a', 'x'.repeat(5000)), member('b', 'y'), END]);
    const names: string[] = [];
    for await (const { name, content } of tarEntries(readerOf(tar, 100))) {
      names.push(name);
      for await (const _ of content) break;
    }
    expect(names).toEqual(['a', 'b']);
  });

  test('reads on behind the end, if another tar stands there', async () => {
    const tar = Buffer.concat([member('a', 'one'), END, END, member('b', 'two'), END]);
    expect(await unpack(readerOf(tar))).toEqual({
      members: [
        ['a', 'file', 'one'],
        ['b', 'file', 'two'],
      ],
    });
  });

  const whole = Buffer.concat([member('a', 'one'), member('b', 'x'.repeat(1000))]);

  test.each([
    ['nothing', whole, 'the tar stops after 2560 bytes, without the two empty blocks that end one'],
    [
      'one empty block',
      Buffer.concat([whole, Buffer.alloc(BLOCK)]),
      'the tar stops after 3072 bytes, without the two empty blocks that end one',
    ],
    ['half a header', Buffer.concat([whole, whole.subarray(0, 300)]), 'the tar is cut short after 2860 bytes'],
    [
      'no header',
      Buffer.concat([whole, Buffer.alloc(BLOCK, 'x'), END]),
      'the tar is damaged: the header at byte 2560 is none',
    ],
    [
      'junk after the end',
      Buffer.concat([whole, END, Buffer.from('junk')]),
      'the tar ends before byte 3584, and something else follows it',
    ],
    ['half an empty block after the end', Buffer.concat([whole, END, Buffer.alloc(100)]), undefined],
  ])('tells of a tar with %s behind its members, which it gives', async (_, tar, damage) => {
    const members = [
      ['a', 'file', 'one'],
      ['b', 'file', 'x'.repeat(1000)],
    ];
    for (const size of [tar.length, 99]) {
      expect(await unpack(readerOf(tar, size))).toEqual(damage === undefined ? { members } : { members, damage });
    }
  });

  test('gives what is left of a member in which the tar is cut', async () => {
    const folder = temporaryFolder();
    shell(folder, 'seq 1000 > s; tar -cf x.tar s');
    truncateSync(join(folder, 'x.tar'), BLOCK + 1003);
    const { members, damage } = await unpack(readerOf(readFileSync(join(folder, 'x.tar'))));
    expect(members[0]?.[2]).toHaveLength(1003);
    expect(damage).toBe('the tar is cut short inside s, after 1003 of 3893 bytes');
  });

  test('refuses a header whose checksum is wrong, whose size is none, or whose name has no end', async () => {
    const wrongChecksum = Buffer.from(whole);
    wrongChecksum[1024] = 0x63;
    expect(await unpack(readerOf(wrongChecksum))).toEqual({
      members: [['a', 'file', 'one']],
      damage: 'the tar is damaged: the header at byte 1024 is none',
    });
    const longName = Buffer.from(tarHeader({ name: 'x', size: 2 ** 31, mtime: 0 }));
    const flag = longName[156]!;
    longName[156] = 'L'.charCodeAt(0);
    longName.write(
      (parseInt(longName.toString('latin1', 148, 154), 8) - flag + longName[156]!).toString(8).padStart(6, '0'),
      148,
    );
    expect((await unpack(readerOf(longName))).damage).toBe(
      `the tar has a header (long name) of ${2 ** 31} bytes, more than 131072`,
    );
  });
});
