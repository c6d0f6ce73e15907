import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell, temporaryFolder } from './testing.ts';

const makeRun = (folder: string, options = '') => shell(`edxgen --users 40 --days 3 --out run --quiet ${options}`, folder);

test.each(['documented', 'deployed'])('what was generated conforms, however it is packed: %s', async (dialect) => {
  const folder = temporaryFolder();
  await makeRun(folder, `--dialect ${dialect}`);
  const { status, out, err } = await shell(
    `set -e; edxgen validate run; edxgen validate run/*.tar; tar -xf run/prod-edxapp-001.tar; edxgen validate prod-edxapp-001
     gzip -k run/prod-edxapp-001.tar; edxgen validate run/prod-edxapp-001.tar.gz
     cd prod-edxapp-001; edxgen validate *.gz; cat *.gz > several.gz; edxgen validate several.gz
     gzip -dc several.gz > plain.log; edxgen validate plain.log; edxgen validate - < plain.log; edxgen validate - < several.gz`,
    folder,
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const verdicts = out.trimEnd().split('\n');
  expect(verdicts).toHaveLength(9);
  for (const verdict of verdicts) expect(verdict).toMatch(new RegExp(`^[\\d,]+ lines in \\d+ files?: all conform, dialect ${dialect}$`));
});

test('a finding names file, line, rule, place and what was expected', async () => {
  const folder = temporaryFolder();
  await shell(`edxgen --stdout --users 20 --days 1 > good.log; grep play_video good.log | head -n 2 > bad.log
    sed -i '2 s/\\\\"speed\\\\":\\\\"[0-9.]*/\\\\"speed\\\\":\\\\"2.0/' bad.log; printf '{"cut' >> bad.log`, folder);
  const text = await shell('edxgen validate bad.log', folder);
  expect(text).toMatchObject({ status: 1, err: '' });
  expect(text.out).toBe(
    [
      'bad.log:2: video-speed at /event/speed: expected one of "0.75", "1.0", "1.25", "1.50", got "2.0"',
      'bad.log:3: line-json: expected one JSON object, got "{\\"cut"',
      '3 lines in 1 file: 1 conform, 2 findings, dialect documented',
      '  video-speed  1',
      '  line-json  1',
      '',
    ].join('\n'),
  );
  const json = await shell('edxgen validate --json bad.log', folder);
  const [first, , summary] = json.out.trimEnd().split('\n').map((line) => JSON.parse(line) as object);
  expect(first).toMatchObject({ file: 'bad.log', line: 2, rule: 'video-speed', path: '/event/speed' });
  expect(summary).toEqual({ summary: { lines: 3, conforming: 1, findings: 2 } });
});

test('a line of another day, and one out of order, are found in daily files', async () => {
  const folder = temporaryFolder();
  await shell(`edxgen --stdout --users 60 --days 2 > all.log; head -n 3 all.log > tracking.log-20130304
    sed -n '1p' all.log >> tracking.log-20130304; tail -n 1 all.log >> tracking.log-20130304`, folder);
  const { out } = await shell('edxgen validate --json tracking.log-20130304', folder);
  const findings = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { line: number; rule: string });
  expect(findings.slice(0, 2).map(({ line, rule }) => [line, rule])).toEqual([[4, 'time-order'], [5, 'file-day']]);
});

test('an archive cut in half is a finding, and what is left of it is read', async () => {
  const folder = temporaryFolder();
  await makeRun(folder, '--compress none');
  const { status, out } = await shell(
    'size=$(stat -c %s run/prod-edxapp-001.tar); head -c $((size / 2)) run/prod-edxapp-001.tar > half.tar; edxgen validate half.tar',
    folder,
  );
  expect(status).toBe(1);
  expect(out).toContain('file-archive');
  expect(out).toMatch(/[1-9]\d* lines in/);
});

test('bytes that are no UTF-8, and lines over the limit, are findings', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'odd.log'), Buffer.concat([Buffer.from([0x7b, 0xff, 10]), Buffer.alloc(5000, 'x'), Buffer.from('\n')]));
  const { out } = await shell('edxgen validate --max-line 1000 odd.log', folder);
  expect(out).toContain('odd.log:1: line-utf8: expected valid UTF-8\n');
  expect(out).toContain('odd.log:2: line-length: expected a line within the limit of --max-line, got 5000 bytes\n');
});

test('a finding cannot move the terminal’s cursor', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'evil.log'), '\u001b[2J\n');
  expect((await shell('edxgen validate evil.log', folder)).out).not.toContain('\u001b');
});

test('on a terminal it says how far it is', async () => {
  const { out } = await shell(`edxgen --stdout --users 40 --days 2 > log; script -qec '"$NODE" "$PROGRAM" validate log' /dev/null`);
  expect(out).toMatch(/\r\u001b\[K *\d+% {2}read [\d.]+ .?B of [\d.]+ .?B/);
});
