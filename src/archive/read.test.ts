import { createReadStream, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { readLogs } from './read.ts';
import { read, shell, someLines, textOf } from './reading.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const SERVER = 'prod-edxapp-001';
const DAILY = `${SERVER}/tracking.log-20130304.gz`;
const LINES = someLines(500);

let folder: string;
const at = (name: string): string => join(folder, name);

/** A folder with a server's folder of two days. */
beforeEach(() => {
  folder = temporaryFolder();
  shell(folder, `mkdir ${SERVER}`);
  writeFileSync(at(DAILY), gzipSync(textOf(LINES)));
  writeFileSync(at(`${SERVER}/tracking.log-20130305.gz`), gzipSync('last\n'));
});

/** The same as paths, from the folder. */
const local = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(`${folder}/`, '')) as T;

describe('readLogs', () => {
  test.each([
    ['a tar', `tar -cf x ${SERVER}`, 'x:'],
    ['a tar of the present folder', `tar -cf x ./${SERVER}`, 'x:./'],
    ['a tar in a gzip', `tar -czf x ${SERVER}`, 'x:'],
    ['a tar of a tar in a gzip', `tar -czf in.tgz ${SERVER}; tar -cf x in.tgz`, 'x:in.tgz:'],
  ])('reads %s', async (_, commands, prefix) => {
    shell(folder, commands);
    const day = (name: string, lines: string[]) => ({
      path: `${prefix}${SERVER}/tracking.log-${name}.gz`,
      server: SERVER,
      day: name,
      lines,
      tooLong: [],
    });
    expect(local(await read([at('x')]))).toEqual({
      files: [day('20130304', LINES), day('20130305', ['last'])],
      problems: [],
    });
  });

  test.each([
    ['a file', `gzip -c ${DAILY} > x`, 'x'],
    ['a tar', `tar -cz ${SERVER} | gzip | gzip > x`, 'x'],
    ['a file in a tar', `gzip -c ${DAILY} > y; tar --transform=s,y,${DAILY}, -cf x y`, `x:${DAILY}`],
  ])('reads %s that was packed by gzip more than once, and says so once', async (_, commands, file) => {
    shell(folder, commands);
    const { files, problems } = local(await read([at('x')]));
    expect(files[0]!.lines).toEqual(LINES);
    expect(problems).toEqual([{ file, rule: 'file-gzip', message: 'is packed by gzip more than once' }]);
  });

  test('reads folders, gzip files and plain files, whatever they are called', async () => {
    shell(folder, `gzip -dc ${DAILY} > plain.tar.gz; cat ${SERVER}/* > several`);
    const { files, problems } = local(await read([at(SERVER), at('plain.tar.gz'), at('several')]));
    expect(problems).toEqual([]);
    expect(files).toEqual([
      { path: DAILY, server: SERVER, day: '20130304', lines: LINES, tooLong: [] },
      { path: `${SERVER}/tracking.log-20130305.gz`, server: SERVER, day: '20130305', lines: ['last'], tooLong: [] },
      { path: 'plain.tar.gz', lines: LINES, tooLong: [] },
      { path: 'several', lines: [...LINES, 'last'], tooLong: [] },
    ]);
  });

  test.each([
    ['lines', `gzip -dc ${DAILY} > x`, '-'],
    ['gzip', `cp ${DAILY} x`, '-'],
    ['a tar in a gzip', `tar -czf x ${DAILY}`, `-:${DAILY}`],
  ])('reads standard input that holds %s', async (_, commands, path) => {
    shell(folder, commands);
    const { files, problems } = await read(['-'], { stdin: createReadStream(at('x'), { highWaterMark: 7 }) });
    expect(problems).toEqual([]);
    expect(files).toMatchObject([{ path, lines: LINES }]);
  });

  test('reads an empty file, and a last line without newline', async () => {
    writeFileSync(at('empty'), '');
    writeFileSync(at('open'), 'a\n\nb');
    const { files } = local(await read([at('empty'), at('open')]));
    expect(files).toMatchObject([
      { path: 'empty', lines: [] },
      { path: 'open', lines: ['a', '', 'b'] },
    ]);
  });

  test('tells of lines over the limit and reads on', async () => {
    const stdin = Readable.from([Buffer.from('short\n0123456789\nnext\n')]);
    const { files } = await read(['-'], { stdin, maxLine: 9 });
    expect(files).toMatchObject([{ lines: ['short', 'next'], tooLong: [[10, 2, 6]] }]);
  });

  test('leaves out, in an archive as in a folder, what is no log', async () => {
    shell(
      folder,
      `echo > manifest.json; echo > notes.txt; echo > faults.jsonl; tar -cf ${SERVER}.tar ${SERVER}; tar -cf x *.json *.txt *.jsonl *.tar`,
    );
    const { files, problems } = local(await read([at('x')]));
    expect(files.map((file) => file.path)).toEqual([
      `x:${SERVER}.tar:${DAILY}`,
      `x:${SERVER}.tar:${SERVER}/tracking.log-20130305.gz`,
    ]);
    expect(problems).toEqual([]);
  });
});

describe('damage', () => {
  const problems = async (...names: string[]) => local(await read(names.map(at)));

  test('does not keep the next file from being read, nor the lines before it', async () => {
    truncateSync(at(DAILY), readFileSync(at(DAILY)).length - 2000);
    shell(folder, `tar -cf x ${SERVER}`);
    for (const [name, prefix] of [
      ['x', 'x:'],
      [SERVER, ''],
    ] as const) {
      const { files, problems: found } = await problems(name);
      const lines = files[0]!.lines;
      expect(lines).toEqual(LINES.slice(0, lines.length));
      expect(lines.length).toBeGreaterThan(300);
      expect(files[1]!.lines).toEqual(['last']);
      expect(found).toEqual([
        {
          file: `${prefix}${DAILY}`,
          rule: 'file-archive',
          message: expect.stringMatching(/^the gzip data is cut short after \d+ bytes$/),
        },
      ]);
    }
  });

  test('of an archive is told once, of the archive in which it lies', async () => {
    shell(folder, `tar -cf t ${SERVER}; gzip -k t`);
    truncateSync(at('t'), 5000);
    truncateSync(at('t.gz'), 5000);
    const tar = await problems('t');
    expect(tar.problems).toEqual([
      {
        file: 't',
        rule: 'file-archive',
        message: expect.stringContaining(`the tar is cut short inside ${DAILY}, after `),
      },
    ]);
    const gzip = await problems('t.gz');
    expect(gzip.problems).toEqual([
      { file: 't.gz', rule: 'file-archive', message: 'the gzip data is cut short after 5000 bytes' },
    ]);
    for (const { files } of [tar, gzip]) {
      expect(files).toHaveLength(1);
      expect(files[0]!.lines.length).toBeGreaterThan(100);
      expect(files[0]!.lines).toEqual(LINES.slice(0, files[0]!.lines.length));
    }
  });

  test('behind all lines keeps none of them back', async () => {
    const whole = gzipSync(textOf(LINES));
    whole[whole.length - 5]! ^= 1;
    writeFileSync(at('x'), whole);
    const { files, problems: found } = await problems('x');
    expect(files[0]!.lines).toEqual(LINES);
    expect(found).toEqual([{ file: 'x', rule: 'file-archive', message: 'the checksum of the gzip data is wrong' }]);
  });

  test.each([
    [
      'link',
      `ln -s tracking.log-20130304.gz ${SERVER}/tracking.log-20130306.gz`,
      SERVER,
      `${SERVER}/tracking.log-20130306.gz`,
      'file-archive',
      'is a symbolic link, which is not read',
    ],
    [
      'absolute path',
      ':',
      `--transform=s,^,/, ${DAILY}`,
      `/${DAILY}`,
      'file-archive',
      'has a path that leads out of the archive',
    ],
    [
      'path that climbs out',
      ':',
      `--transform=s,^,../, ${DAILY}`,
      `../${DAILY}`,
      'file-archive',
      'has a path that leads out of the archive',
    ],
    [
      'member of another server',
      `mv ${SERVER} prod-edxapp-002`,
      'prod-edxapp-002/tracking.log-20130304.gz',
      'prod-edxapp-002/tracking.log-20130304.gz',
      'file-server',
      `lies outside of the folder ${SERVER}`,
    ],
    [
      'member outside the folder',
      `cp ${DAILY} .`,
      'tracking.log-20130304.gz',
      'tracking.log-20130304.gz',
      'file-server',
      `lies outside of the folder ${SERVER}`,
    ],
    [
      'member that is no log',
      `echo > ${SERVER}/notes`,
      SERVER,
      `${SERVER}/notes`,
      'file-server',
      'is no daily file, and is not read',
    ],
  ])('is a %s in a server’s archive', async (_, commands, members, name, rule, message) => {
    shell(folder, `${commands}; tar -P -cf ${SERVER}.tar ${members}`);
    const { files, problems: found } = await problems(`${SERVER}.tar`);
    expect(found).toEqual([{ file: `${SERVER}.tar:${name}`, rule, message }]);
    expect(files[0]!.lines).toEqual(LINES);
  });

  test('is encrypted: nobody takes it for lines, found in a folder or named', async () => {
    const message =
      'is encrypted by gpg: decrypt it first, as gpg --output FILE --decrypt FILE.gpg does where its key is';
    shell(
      folder,
      'mkdir days; printf "\\204\\136\\003\\144\\351\\371\\345\\253\\014\\035\\056\\022key" > days/X-prod-events-2026-03-02.log.gz.gpg; cp days/* other',
    );
    for (const name of ['days', 'other']) {
      const file = name === 'days' ? 'days/X-prod-events-2026-03-02.log.gz.gpg' : name;
      expect((await problems(name)).problems).toEqual([{ file, rule: 'file-archive', message }]);
    }
  });

  test('is a packing that is not read, and one without end', async () => {
    shell(
      folder,
      'seq 10 | xz > x.xz || printf "\\xfd7zXZ\\0" > x.xz; seq 10 > deep; for i in 1 2 3 4 5 6 7 8 9; do gzip -c deep > d; mv d deep; done',
    );
    expect((await problems('x.xz', 'deep')).problems).toEqual([
      { file: 'x.xz', rule: 'file-archive', message: 'is packed by xz, which is not read: unpack it first' },
      { file: 'deep', rule: 'file-gzip', message: 'is packed by gzip more than once' },
      { file: 'deep', rule: 'file-bounds', message: 'is packed more than 8 times' },
    ]);
  });

  test('is an error of the system while reading', async () => {
    const stdin = new PassThrough();
    stdin.write('one\ntw');
    setTimeout(() => stdin.destroy(new Error('EIO: i/o error, read')), 50);
    const { files, problems: found } = await read(['-'], { stdin });
    expect(files[0]!.lines).toEqual(['one']);
    expect(found).toEqual([{ file: '-', rule: 'file-archive', message: 'cannot be read: EIO: i/o error, read' }]);
  });
});

describe('refusal', () => {
  test.each([
    [
      'a path that does not exist, before anything is read',
      [SERVER, 'nope'],
      /^cannot read \S+nope: it does not exist: check its name$/,
    ],
    ['an archive without logs, when all has been read', ['x.tar'], /^no log files in \S+x\.tar: name a tar/],
    ['standard input twice', ['-', '-'], /^standard input, -, can be read only once$/],
  ])('of %s', async (_, names, message) => {
    shell(folder, 'echo > notes; tar -cf x.tar notes');
    const nothing = () => expect.unreachable();
    const handlers = { file: nothing, line: nothing, tooLong: nothing, problem: nothing };
    const paths = names.map((name) => (name === '-' ? name : at(name)));
    await expect(readLogs(paths, handlers)).rejects.toMatchObject({
      name: 'ReadError',
      message: expect.stringMatching(message),
    });
  });

  test('of a handler comes out, and closes the file', async () => {
    const stdin = createReadStream(at(DAILY));
    const handlers = {
      file: () => {},
      line: () => {
        throw new RangeError('enough');
      },
      tooLong: () => {},
      problem: () => expect.unreachable(),
    };
    await expect(readLogs(['-'], handlers, { stdin })).rejects.toThrow(new RangeError('enough'));
    expect(stdin.destroyed).toBe(true);
  });
});
