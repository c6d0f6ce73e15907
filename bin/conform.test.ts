import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { ADAPTER } from '../testing/program.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** An adapter that reads the common fields, but makes agents small. */
const WRONG = `
import { createInterface } from 'node:readline';
const say = (value) => console.log(JSON.stringify(value));
const read = (line) => {
  try {
    const record = JSON.parse(line);
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return { ok: false, error: 'no object' };
    return { ok: true, record: { session: null, ...record, agent: String(record.agent).toLowerCase() } };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
};
createInterface({ input: process.stdin }).on('line', (line) => {
  const { cmd, id, chunks } = JSON.parse(line);
  if (cmd === 'hello') say({ protocol: 1, parser: 'wrong', level: 'fields', dialects: ['documented'] });
  if (cmd === 'bye') process.exit(0);
  if (cmd !== 'parse') return;
  const text = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64'))).toString();
  const lines = text.split('\\n');
  if (lines.at(-1) === '') lines.pop();
  say({ id, lines: lines.map(read) });
});
`;

const FILTER = `
const read = (line) => {
  try {
    const record = JSON.parse(line);
    return typeof record === 'object' && record !== null && !Array.isArray(record) ? { ok: true } : { ok: false };
  } catch {
    return { ok: false };
  }
};
let text = '';
process.stdin.setEncoding('utf8').on('data', (piece) => (text += piece)).on('end', () => {
  const lines = text.split('\\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) console.log(JSON.stringify(read(line)));
});
`;

function workshop(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'wrong.mjs'), WRONG);
  writeFileSync(join(folder, 'filter.mjs'), FILTER);
  return folder;
}

const conform = (options: string, cwd = workshop()) => shell(`edxgen conform ${options}`, cwd);

/** Milliseconds: what is measured takes its time on a busy machine. */
const PATIENCE = 600_000;

test('a right adapter conforms', { timeout: PATIENCE }, async () => {
  const cwd = workshop();
  const { status, out, err } = await conform(`--runs 3 --dialect documented -- "$NODE" ${ADAPTER}`, cwd);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/reads edX tracking logs \(documented\), payload: (\d+) of \1 properties\n/);
  // A busy machine may leave it unclear how time grows, which is told.
  expect(out).toMatch(/\n {2}lines +must +\d+ +\. +\. +[.12] +\.\n/);
  expect(existsSync(join(cwd, 'edxgen-failures'))).toBe(false);
});

describe('an adapter with a mistake', () => {
  const options = '--only common-fields,strings-untouched,duplicate-keys --dialect documented --runs 20';

  test('gets the smallest input, what was expected, what came, and how to see it again', async () => {
    const cwd = workshop();
    const { status, out } = await conform(`${options} -- "$NODE" wrong.mjs`, cwd);
    expect(status).toBe(1);
    expect(out).toMatch(/FAIL {2}common-fields {2}\(must, fields, documented\)\n {2}Every common field/);
    expect(out).toMatch(/> +1 \| \{"username": .*"event_type": "page_close", "event": ""\}\n/);
    expect(out).toMatch(/at \/agent: in small letters\n {4}expected {2}".*"\n {4}got {7}".*"\n/);
    expect(out).toContain('wrong misreads edX tracking logs (documented), fields: 0 of 2 properties\n');
    const again = [...out.matchAll(/^ {4}(edxgen conform .*)$/gm)].map(([, command]) => command!);
    expect(again).toHaveLength(2);
    for (const command of again) {
      const second = await shell(command, cwd);
      expect(second.status, command).toBe(1);
      expect(second.out).toContain('at /agent');
    }
    expect(readdirSync(join(cwd, 'edxgen-failures')).map((name) => name.replace(/-[0-9a-f]{8}\./, '.'))).toEqual([
      'common-fields-documented.json',
      'common-fields-documented.log',
      'strings-untouched-documented.json',
      'strings-untouched-documented.log',
    ]);
  });

  test('may live with it, for a reason, as long as that is true', async () => {
    const cwd = workshop();
    expect(
      (await conform(`${options} --known-failures known.json --write-known-failures -- "$NODE" wrong.mjs`, cwd)).status,
    ).toBe(0);
    writeFileSync(
      join(cwd, 'known.json'),
      readFileSync(join(cwd, 'known.json'), 'utf8').replaceAll('say why', 'we like it so'),
    );
    const { status, out } = await conform(`${options} --known-failures known.json -- "$NODE" wrong.mjs`, cwd);
    expect(status).toBe(0);
    expect(out).toContain('common-fields (documented): we like it so');
    const mended = await conform(`${options} --known-failures known.json -- "$NODE" ${ADAPTER}`, cwd);
    expect(mended.status).toBe(1);
    expect(mended.out).toContain('that no longer fails');
  });

  test('is told of in every form', async () => {
    const cwd = workshop();
    const names = ['junit', 'tap', 'json', 'html', 'markdown', 'badge'];
    const reports = names.map((name) => `${name}=report.${name}`).join(' ');
    const { out } = await shell(
      `GITHUB_ACTIONS=true edxgen conform ${options} --quiet --report ${reports} -- "$NODE" wrong.mjs`,
      cwd,
    );
    expect(out).toMatch(/^::error title=common-fields \(documented\)::.*%0A/m);
    const read = (name: string) => readFileSync(join(cwd, `report.${name}`), 'utf8');
    for (const name of names.filter((each) => each !== 'badge')) expect(read(name), name).toContain('common-fields');
    expect(read('badge')).toContain('fields 0/2');
    const json = JSON.parse(read('json')) as {
      conforms: boolean;
      properties: { failure?: { reproduce: string[]; inputs: string[] } }[];
    };
    expect(json.conforms).toBe(false);
    expect(json.properties[0]!.failure!.reproduce).toHaveLength(2);
    const xml = await shell(
      'python3 -c "import sys, xml.dom.minidom as m; [m.parse(f) for f in sys.argv[1:]]" report.junit report.badge',
      cwd,
    );
    expect(xml).toEqual({ status: 0, out: '', err: '' });
    expect((await shell('prove -e cat report.tap', cwd)).out).toMatch(/Failed 2\/3 subtests/);
  });
});

test('a filter is tried too', async () => {
  const { status, out } = await conform(
    '--filter --runs 2 --only refuses-cut-lines,common-fields --dialect documented -- "$NODE" filter.mjs',
  );
  expect(status).toBe(0);
  expect(out).toContain('(documented), lines: 1 of 1 properties');
});

test('a filter that prints the records alone is tried as it stands, such as jq', async () => {
  const properties = 'accepts-lines,refuses-cut-lines,common-fields,sessions,refuses-non-objects';
  const { status, out, err } = await conform(`--filter --runs 2 --only ${properties} --dialect documented -- jq -c .`);
  expect({ status, err }).toEqual({ status: 1, err: '' });
  expect(out.match(/^FAIL .*/gm)).toEqual([expect.stringMatching(/^FAIL {2}refuses-non-objects /)]);
  expect(out).toContain('(documented), fields: 4 of 5 properties');
});

test.each([
  ['cat /dev/null', 'it prints null for a line that conforms, neither its record nor {"ok":true}'],
  ['jq -c .,.', 'it prints 2 objects for a line that conforms, neither its record nor {"ok":true}'],
  [`sed 's/.*/{"ok":false}/'`, 'it prints {"ok":false} for a line that conforms, neither its record nor {"ok":true}'],
  ["sh -c 'kill -SEGV $$'", 'it is killed by SIGSEGV'],
])('the filter %s cannot be used', async (command, reason) => {
  const { status, err } = await conform(`--filter -- ${command}`);
  expect(status).toBe(2);
  expect(err).toContain(`cannot be used: ${reason}`);
});

test('a failure of a filter is seen again with the command that is told', async () => {
  const cwd = workshop();
  const { out } = await conform(
    `--filter --only refuses-cut-lines --dialect documented -- sed 's/.*/{"ok":true}/'`,
    cwd,
  );
  const [again] = /edxgen conform --replay .*/.exec(out)!;
  expect(await shell(again, cwd)).toMatchObject({
    status: 1,
    err: '',
    out: expect.stringContaining('FAIL  refuses-cut-lines'),
  });
});

test('--check tells what an adapter does wrong', async () => {
  expect((await conform(`--check -- "$NODE" ${ADAPTER}`)).status).toBe(0);
  const { status, out } = await conform(
    '--check --timeout 500 -- sh -c \'read x; echo "{\\"protocol\\":1,\\"parser\\":\\"p\\",\\"level\\":\\"lines\\",\\"dialects\\":[\\"documented\\"]}"; echo hm; while read x; do echo "{\\"id\\":1,\\"lines\\":[]}"; done\'',
  );
  expect(status).toBe(1);
  expect(out).toContain('ok    It answers hello with what it is.\n');
  expect(out).toMatch(/FAIL {2}It takes a log in pieces\.\n {6}But it answers with the id 1, not \d+/);
  expect(out).toMatch(/FAIL {2}It prints nothing but answers\.\n {6}But \d+ lines were no answers; the first: hm\.\n/);
});

test('--list tells what there is', async () => {
  const { out } = await conform('--list');
  expect(out).toMatch(/^accepts-lines +must +lines +Every line that conforms is accepted\.$/m);
});

test.each([
  ['', 'conform needs the adapter’s command after --, such as: edxgen conform -- python3 adapter.py'],
  ['--path 1:2 -- x', '--path is of one property in one dialect; give --only and --dialect too'],
  ['--runs 0 -- x', '--runs must be a whole number from 1, not 0'],
  ['--time soon -- x', '--time must be a number with s, m or h after it, such as 10m, not "soon"'],
  ['--level maybe -- x', '--level must be of must, should, may, not "maybe"'],
  [
    '--report pdf=x -- x',
    '--report must be junit=FILE, tap=FILE, json=FILE, html=FILE, markdown=FILE, badge=FILE, not "pdf=x"',
  ],
  [
    '--replay missing.json -- "$NODE" wrong.mjs',
    'cannot read missing.json: there is no such file or folder; check the name',
  ],
  ['--write-known-failures -- x', '--write-known-failures needs the file to write; give --known-failures FILE'],
  [
    '--filter --archives x -- x',
    '--filter gives logs alone, no archives, so --archives has no meaning; leave one of them out',
  ],
  [
    '--check --archives x -- x',
    '--check asks for logs alone, no archives, so --archives has no meaning; leave one of them out',
  ],
  [
    '--endpoint http://x -- x',
    '--endpoint is of the store that archives are read from; give --archives s3://BUCKET/PREFIX/ too',
  ],
  ['--archives /dev/null -- x', 'cannot write to /dev/null: a part of its path is no folder; choose another place'],
  [
    '--only no-such -- "$NODE" wrong.mjs',
    '--only names the property "no-such", which there is not; see edxgen conform --list',
  ],
  ['--dialect deployed -- "$NODE" wrong.mjs', 'nothing applied: the parser reads no deployed logs'],
  ['--only form-keys -- "$NODE" wrong.mjs', 'nothing applied: it reads fields, not payload'],
  [
    '-- ./no-such-program',
    'the adapter "./no-such-program" fails hello: it cannot be started: spawn ./no-such-program ENOENT before it answers hello',
  ],
])('conform %s is told in one line', async (options, message) => {
  expect(await conform(options)).toEqual({ status: 2, out: '', err: `edxgen: ${message}\n` });
});
