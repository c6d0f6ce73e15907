import { generate, simulate } from 'edxgen';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { page as pageOf } from '../src/report/page/page.ts';
import { trueFigures } from '../src/report/page/true-figures.ts';
import { readReport } from '../src/report/report.ts';
import { gather } from '../src/report/statistics/gather.ts';
import { summarize } from '../src/report/statistics/summarize.ts';
import { terminalReport } from '../src/report/terminal.ts';
import { EARLY_DIALECTS } from '../src/spec/index.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const text = (...path: string[]): string => readFileSync(join(...path), 'utf8');

test('generate --report leaves a page, which is no log, and which --force replaces with the run', async () => {
  const folder = temporaryFolder();
  const { status, out, err } = await shell('edxgen --users 20 --days 2 --out run --report', folder);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('with manifest.json and report.html');
  const page = text(folder, 'run/report.html');
  expect((await shell('edxgen validate run', folder)).status).toBe(0);
  expect((await shell('edxgen report run --quiet', folder)).status).toBe(0);
  expect(text(folder, 'run/report.html')).toBe(page);
  expect((await shell('edxgen --users 10 --days 1 --out run --force --quiet', folder)).status).toBe(0);
  expect(existsSync(join(folder, 'run/report.html'))).toBe(false);
});

test('the same logs give the same page, wherever they lie, whatever the time zone and the locale', async () => {
  const folder = temporaryFolder();
  const { status, err } = await shell(
    `edxgen --users 20 --days 3 --out a/run --quiet; mkdir b; cp -r a/run b/run
    edxgen report a/run; cd b; LANG=de_DE.UTF-8 TZ=Asia/Tokyo edxgen report ./run/; cd run; edxgen report . --out ../there.html`,
    folder,
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(text(folder, 'b/run/report.html')).toBe(text(folder, 'a/run/report.html'));
  expect(text(folder, 'b/there.html')).toBe(text(folder, 'a/run/report.html'));
});

test.each([
  `--users 12 --days 2 --seed "it's & <b>" --servers 3 --compress none`,
  '--users 40 --days 2 --dialect deployed --heartbeats none --fault line-twice --fault clock-back=3',
])('it says how to make the run %s again, and that does', async (options) => {
  const folder = temporaryFolder();
  expect((await shell(`edxgen ${options} --out run --report --quiet`, folder)).status).toBe(0);
  const written = /<code>(.*)<\/code>/.exec(text(folder, 'run/report.html'))![1]!.replace(/<.*?>/g, '');
  const command = written
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect((await shell(`${command} --out again --report --quiet`, folder)).status).toBe(0);
  expect(text(folder, 'again/manifest.json')).toBe(text(folder, 'run/manifest.json'));
});

test.each(EARLY_DIALECTS)('figures of a run are those of its manifest, %s', async (dialect) => {
  const out = join(temporaryFolder(), 'run');
  const { totals, servers } = await generate({ users: 40, days: 3, dialect, out, jobs: 1 });
  const summary = summarize(await gather([out]));
  expect(summary).toMatchObject({
    lines: totals.lines,
    bytes: totals.bytes,
    learners: totals.learners,
    broken: 0,
    timeless: 0,
    outside: 0,
  });
  const read = summary.types.reduce((sum, { lines }) => sum + lines, 0);
  expect(read + summary.cut).toBe(totals.lines);
  if (dialect === 'documented')
    expect(Object.fromEntries(summary.types.map(({ id, lines }) => [id, lines]))).toEqual(totals.byEventType);
  expect(summary.servers.map(({ name, lines, files }) => [name, lines, files])).toEqual(
    servers.map(({ name, files }) => [name, files.reduce((sum, { lines }) => sum + lines, 0), files.length]),
  );
  expect(summary.files.map(({ lines }) => lines)).toEqual(
    servers.flatMap(({ files }) => files.map(({ lines }) => lines)),
  );
});

test('people, videos and problems are the same whether lines come by server or in time order', async () => {
  const options = { users: 80, days: 8 };
  const out = join(temporaryFolder(), 'run');
  await generate({ ...options, out, jobs: 1 });
  const of = async (...source: Parameters<typeof gather>) => {
    const { servers: _servers, files: _files, fileCount: _count, ...rest } = summarize(await gather(...source));
    return { ...rest, tried: rest.tried.toSorted(byId), watched: rest.watched.toSorted(byId) };
  };
  const [byServer, merged] = [
    await of([out]),
    await of(['-'], { stdin: Readable.from(simulate(options).lines()).map((line: string) => Buffer.from(line)) }),
  ];
  expect(byServer.learners).toBeGreaterThan(30);
  expect(byServer).toEqual(merged);
});

test('the truth stands beside what is counted from lines, and is that where lines tell it', async () => {
  const out = join(temporaryFolder(), 'run');
  await generate({ users: 200, days: 9, out, jobs: 1 });
  const { truth, summary } = await readReport([out]);
  if (!truth || 'leftOut' in truth) throw new Error(truth?.leftOut ?? 'no truth');
  const figures = trueFigures(truth, summary);
  const estimated = ['Videos played, by each learner', 'Time of video watched', 'Of it watched before'];
  for (const { what, real, measured = real } of figures) {
    if (!estimated.includes(what)) expect([what, measured]).toEqual([what, real]);
  }
  const watched = summary.watched.reduce((sum, { seconds }) => sum + seconds, 0);
  expect(truth.secondsWatched).toBeGreaterThan(3600);
  expect(Math.abs(watched / truth.secondsWatched - 1)).toBeLessThan(0.05);
  expect(truth.kinds.reduce((sum, { learners }) => sum + learners, 0)).toBe(summary.learners);
});

test('page and terminal show the truth, and say why a broken one is left out', async () => {
  const out = join(temporaryFolder(), 'run');
  await generate({ users: 20, days: 2, out, jobs: 1 });
  const shown = async () => {
    const report = await readReport([out]);
    return { page: pageOf(report, ''), terminal: terminalReport(report, { colours: false, columns: 80 }) };
  };
  const { page: whole, terminal } = await shown();
  expect(whole).toContain('Table: learners by kind');
  expect(terminal).toMatch(/The truth.*\nLearners: (\d+) \(\1\)/);
  writeFileSync(join(out, 'truth.json'), '{"days":');
  for (const one of Object.values(await shown()))
    expect(one).toContain('left out: truth.json is no JSON object that can be read');
  rmSync(join(out, 'truth.json'));
  for (const one of Object.values(await shown())) expect(one).not.toContain('The truth');
});

test('any packing, standard input too, and where the page goes', async () => {
  const folder = temporaryFolder();
  await shell('edxgen --stdout --users 20 --days 1 > lines.log; gzip -k lines.log', folder);
  const { out } = await shell(
    'edxgen report lines.log; edxgen report lines.log.gz --out gz.html; edxgen report - --out stdin.html < lines.log',
    folder,
  );
  expect(out).toBe('report.html\ngz.html\nstdin.html\n');
  for (const page of out.trim().split('\n')) expect(text(folder, page)).toContain('There is no manifest of edxgen');
});

test('somebody else’s page is never replaced without --force, and is found before anything is read', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'report.html'), 'mine');
  const message =
    'edxgen: report.html is no report of edxgen; choose another name with --out, or replace it with --force\n';
  expect(await shell('edxgen report - < /dev/null', folder)).toEqual({ status: 2, out: '', err: message });
  expect(text(folder, 'report.html')).toBe('mine');
  expect((await shell('edxgen report - --force < /dev/null', folder)).status).toBe(0);
  expect(text(folder, 'report.html')).toContain('There are no lines in these logs');
});

test.each([
  ['report missing', 'cannot read missing: it does not exist: check its name'],
  [
    'report - --out nowhere/page.html',
    'cannot write nowhere/page.html: there is no such file or folder; check the name',
  ],
  ['report - --out .', 'cannot write .: it is a folder; name a file'],
  ['report - --terminal --out x.html', '--terminal writes no file, so --out has no meaning; leave one of them out'],
  ['--stdout --report', '--stdout writes no files, so --report has no meaning; leave one of them out'],
])('edxgen %s is told in one line, and leaves nothing', async (given, message) => {
  const folder = temporaryFolder();
  expect(await shell(`edxgen ${given} < /dev/null`, folder)).toEqual({
    status: 2,
    out: '',
    err: `edxgen: ${message}\n`,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('in a terminal: no line too long, colours only there, and nothing that a log could make it obey', async () => {
  const folder = temporaryFolder();
  await shell('edxgen --users 40 --days 8 --out run --quiet', folder);
  const evil = JSON.stringify({ fault: '\u001b[2J\u0007bell', verdict: 'reject', level: 'line' });
  writeFileSync(join(folder, 'run/faults.jsonl'), `${evil}\n`);
  const { status, out, err } = await shell('edxgen report --terminal run', folder);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  // eslint-disable-next-line no-control-regex
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const part of [
    'Activity',
    'Hours of the week',
    'Survival',
    'Session lengths',
    'Videos',
    'Problems',
    'Servers',
    'Faults',
    'edxgen generate --users 40',
  ]) {
    expect(out).toContain(part);
  }
  expect(out).toMatch(/▁|▂|▃|▄|▅|▆|▇|█/);
  const terminal = await shell(
    `script -qec 'env -u FORCE_COLOR -u CI "$NODE" "$PROGRAM" report --terminal run' /dev/null`,
    folder,
  );
  expect(terminal.out).toContain('\u001b[1m');
});
