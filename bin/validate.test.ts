import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Where a small run lies, `run`, and its lines, `log`; tests write nothing there. */
let small: string;
beforeAll(async () => {
  small = temporaryFolder();
  await shell(
    'edxgen --users 20 --days 1 --out run --quiet; for tar in run/*.tar; do tar -xOf $tar | gzip -dc; done > log',
    small,
  );
});

const PACKINGS = `set -e; edxgen validate run; edxgen validate run/*.tar; tar -xf run/prod-edxapp-001.tar; edxgen validate prod-edxapp-001
  gzip -k run/prod-edxapp-001.tar; edxgen validate run/prod-edxapp-001.tar.gz
  cd prod-edxapp-001; edxgen validate *.gz; cat *.gz > several.gz; edxgen validate several.gz
  gzip -dc several.gz > plain.log; edxgen validate plain.log; edxgen validate - < plain.log; edxgen validate - < several.gz`;

test.each([
  ['documented', '', PACKINGS, 9],
  // How files are packed has nothing to do with what their lines are.
  [
    'deployed',
    '--heartbeats none',
    'set -e; edxgen validate run; tar -xOf run/*.tar | gzip -dc | edxgen validate -',
    2,
  ],
])('what was generated conforms, however it is packed: %s', async (dialect, options, commands, count) => {
  const folder = temporaryFolder();
  await shell(`edxgen --users 20 --out run --quiet --servers 1 --days 2 --dialect ${dialect} ${options}`, folder);
  const { status, out, err } = await shell(commands, folder);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const verdicts = out.trimEnd().split('\n');
  expect(verdicts).toHaveLength(count);
  for (const verdict of verdicts)
    expect(verdict).toMatch(new RegExp(`^[\\d,]+ lines in \\d+ files?: all conform, dialect ${dialect}$`));
});

test('a finding names file, line, rule, place and what was expected', async () => {
  const folder = temporaryFolder();
  await shell(
    `edxgen --stdout --users 20 --days 1 > good.log; grep play_video good.log | head -n 2 > bad.log
    sed -i '2 s/\\\\"speed\\\\":\\\\"[0-9.]*/\\\\"speed\\\\":\\\\"2.0/' bad.log; printf '{"cut' >> bad.log`,
    folder,
  );
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
  const [first, , summary] = json.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(first).toMatchObject({ file: 'bad.log', line: 2, rule: 'video-speed', path: '/event/speed' });
  expect(summary).toEqual({ summary: { lines: 3, conforming: 1, findings: 2 } });
});

test('a line of another day, and one out of order, are found in daily files', async () => {
  const folder = temporaryFolder();
  await shell(
    `edxgen --stdout --users 20 --days 2 > all.log; head -n 3 all.log > tracking.log-20130304
    sed -n '1p' all.log >> tracking.log-20130304; tail -n 1 all.log >> tracking.log-20130304`,
    folder,
  );
  const { out } = await shell('edxgen validate --json tracking.log-20130304', folder);
  const findings = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; rule: string });
  expect(findings.slice(0, 2).map(({ line, rule }) => [line, rule])).toEqual([
    [4, 'time-order'],
    [5, 'file-day'],
  ]);
});

test('an archive cut in half is a finding, and what is left of it is read', async () => {
  const folder = temporaryFolder();
  await shell('edxgen --users 20 --days 2 --servers 1 --compress none --out run --quiet', folder);
  const { status, out } = await shell(
    'size=$(stat -c %s run/prod-edxapp-001.tar); head -c $((size / 2)) run/prod-edxapp-001.tar > half.tar; edxgen validate half.tar',
    folder,
  );
  expect(status).toBe(1);
  expect(out).toContain('file-archive');
  expect(out).toMatch(/[1-9]\d* lines in/);
});

test('bytes that are no UTF-8, and lines over the limit, are findings, and none can move the terminal’s cursor', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'odd.log'),
    Buffer.concat([Buffer.from([0x7b, 0xff, 10]), Buffer.alloc(5000, 'x'), Buffer.from('\n\u001b[2J\n')]),
  );
  const { out } = await shell('edxgen validate --max-line 1000 odd.log', folder);
  expect(out).toContain('odd.log:1: line-utf8: expected valid UTF-8\n');
  expect(out).toContain(
    'odd.log:2: line-length: expected a line of at most 1000 bytes, got 5000; --max-line sets the limit\n',
  );
  expect(out).toContain('odd.log:3: line-json: ');
  expect(out).not.toContain('\u001b');
});

test('words after -- are paths like others', async () => {
  const { out } = await shell(
    'printf "[]\\n" > a; edxgen validate -- a; edxgen validate a -- a; edxgen validate -- -a 2>&1',
  );
  expect(out.match(/line-object: /g)).toHaveLength(3);
  expect(out).toContain('edxgen: -a after -- would be taken for an option; a file of that name is ./-a\n');
});

test.each(['report run', 'report --terminal run', 'repair run --out mended'])(
  'on a terminal %s says how far it is',
  async (command) => {
    const { out } = await shell(`cp -r ${small}/run .; script -qec '"$NODE" "$PROGRAM" ${command}' /dev/null`);
    expect(out).toMatch(/\r\u001b\[K *\d+% {2}read [\d.]+ .?B of [\d.]+ .?B/);
  },
);

test('on a terminal it says how far it is', async () => {
  const { out } = await shell(`script -qec '"$NODE" "$PROGRAM" validate log' /dev/null`, small);
  expect(out).toMatch(/\r\u001b\[K *\d+% {2}read [\d.]+ .?B of [\d.]+ .?B/);
});

test.each(['-', 'none.tar', 'empty.gz'])('no line in all that is given is no success: %s', async (path) => {
  const folder = temporaryFolder();
  await shell(': > none.tar; gzip -c none.tar > empty.gz', folder);
  const { status, out } = await shell(`edxgen validate ${path} < /dev/null`, folder);
  expect({ status, out: out.split('\n')[0] }).toEqual({
    status: 1,
    out: `${path}: log-empty: expected a line in all that was given, got none; --allow-empty takes that for right`,
  });
});

test('no line in all that is given is taken for right when that is asked for', async () => {
  expect(
    await shell(
      ': > none.tar; gzip -c none.tar > empty.gz; edxgen validate --allow-empty - none.tar empty.gz < /dev/null',
    ),
  ).toMatchObject({ status: 0, err: '' });
});

test('a run whose manifest says that it has no line is right', async () => {
  const folder = temporaryFolder();
  await shell(
    'mkdir run; : > run/prod-edxapp-001.tar; echo \'{"edxgen": "0.1.0", "totals": {"lines": 0}}\' > run/manifest.json',
    folder,
  );
  expect((await shell('edxgen validate run && edxgen validate run/prod-edxapp-001.tar', folder)).status).toBe(0);
  expect((await shell('sed -i s/0}}/1}}/ run/manifest.json; edxgen validate run', folder)).status).toBe(1);
});

test('several runs at once are not mixed, whoever has whose session key', async () => {
  const folder = temporaryFolder();
  await shell(
    `mkdir a b; cp ${small}/log a/x.log; sed 's/"username": "/&x/' a/x.log > b/x.log; touch a/manifest.json; mkdir c; cp -r a c; cp -r b c; touch c/b/manifest.json`,
    folder,
  );
  for (const paths of ['a b', 'a/x.log b/x.log', 'c'])
    expect((await shell(`edxgen validate ${paths}`, folder)).status, paths).toBe(0);
  expect((await shell('cat a/x.log b/x.log > d.log; edxgen validate d.log', folder)).out).toContain('session-user');
});

test('labels are of the run that they lie in', async () => {
  const folder = temporaryFolder();
  await shell(`cp -r ${small}/run clean; edxgen --users 20 --days 1 --faults 0.2 --out dirty --quiet`, folder);
  const { status, out } = await shell('edxgen validate --labels dirty/faults.jsonl clean dirty', folder);
  expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('the findings agree') as string });
  expect((await shell('edxgen validate --labels dirty/faults.jsonl dirty clean', folder)).status).toBe(0);
});

describe('of very many findings', () => {
  const MANY = 'yes "{" | head -n 250 > many.log; ';

  test('people are shown some, and how many there are', async () => {
    const { out } = await shell(`${MANY} edxgen validate many.log`);
    expect(out.split('\n').slice(99, 102)).toEqual([
      'many.log:100: line-json: expected one JSON object, got "{"',
      'and 150 more findings; --max-findings says how many are shown',
      '250 lines in 1 file: 0 conform, 250 findings, dialect documented',
    ]);
    expect((await shell(`${MANY} edxgen validate --max-findings 2 many.log`)).out).toContain('and 248 more findings');
    expect((await shell(`${MANY} edxgen validate --max-findings 250 many.log`)).out).not.toContain('more');
    expect(await shell(`${MANY} edxgen validate --max-findings 1.5 many.log`)).toMatchObject({
      status: 2,
      err: expect.stringContaining('--max-findings must be a whole number of findings') as string,
    });
  });

  test('programs read all, unless they are asked for fewer', async () => {
    const lines = async (options: string) =>
      (await shell(`${MANY} edxgen validate ${options} many.log`)).out.trimEnd().split('\n');
    const all = await lines('--json');
    expect(all).toHaveLength(251);
    expect(await lines('--format json')).toEqual(all);
    const few = await lines('--json --max-findings 3');
    expect([few.length, few.at(-1)]).toEqual([4, '{"summary":{"lines":250,"conforming":0,"findings":250}}']);
    expect(
      (JSON.parse((await lines('--format sarif')).join('\n')) as { runs: [{ results: object[] }] }).runs[0].results,
    ).toHaveLength(250);
  });
});

/** A name that would move the cursor, forge a line in CI, and end an annotation's property. */
const NASTY = 'a%,:\u001b[2J\u009b\n::error::x\u202e.log';

test('findings as annotations are escaped by GitHub’s own rule', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, NASTY), '{"50%\n');
  const { status, out } = await shell('edxgen validate --format github *.log', folder);
  expect(status).toBe(1);
  expect(out.split('\n')[0]).toBe(
    '::error file=a%25%2C%3A⟨U+001B⟩[2J⟨U+009B⟩%0A%3A%3Aerror%3A%3Ax⟨U+202E⟩.log,line=1,title=line-json::expected one JSON object, got "{\\"50%25"',
  );
});

test('findings as SARIF have what its schema asks for', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, NASTY), '{\n');
  await shell('printf x > y.tar.gz; printf "\\037\\213" > z.gz', folder);
  const { status, out } = await shell('edxgen validate --format sarif *.log z.gz', folder);
  expect(status).toBe(1);
  const { version, runs } = JSON.parse(out) as {
    version: string;
    runs: {
      tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } };
      results: Record<string, unknown>[];
    }[];
  };
  const { tool, results } = runs[0]!;
  // What sarif-schema-2.1.0.json requires of the objects that are used: ids are unique, and no uri-reference holds what RFC 3986 does not let in.
  expect(JSON.parse(out)).toMatchObject({
    $schema: expect.stringMatching(/sarif-2\.1\.0\.json$/) as string,
    runs: [{ columnKind: 'utf16CodeUnits' }],
  });
  expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
  for (const { id, shortDescription, ...others } of tool.driver.rules)
    expect([id, shortDescription.text, others]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./), {}]);
  expect([version, runs.length, tool.driver.name]).toEqual(['2.1.0', 1, 'edxgen']);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex as number]!.id).toBe(ruleId);
  const file = (uri: string, line?: number) => [
    { physicalLocation: { artifactLocation: { uri }, ...(line && { region: { startLine: line } }) } },
  ];
  expect(results).toEqual([
    {
      ruleId: 'line-json',
      ruleIndex: expect.any(Number) as number,
      level: 'error',
      message: { text: 'expected one JSON object, got "{"' },
      locations: file(encodeURIComponent(NASTY), 1),
      properties: { path: '' },
    },
    {
      ruleId: 'file-archive',
      ruleIndex: expect.any(Number) as number,
      level: 'error',
      message: { text: expect.any(String) as string },
      locations: file('z.gz'),
      properties: { path: '' },
    },
  ]);
});

test('what is between --json and --format contradicts', async () => {
  expect(await shell('edxgen validate --json --format sarif x')).toMatchObject({
    status: 2,
    err: 'edxgen: --json is --format json, which contradicts --format sarif; leave one of them out\n',
  });
});
