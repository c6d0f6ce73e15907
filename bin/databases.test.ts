/** The recipes of docs/databases.md, as they stand there, on runs of their own: what they count is what manifest and truth say. */
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from 'edxgen';
import { Postgres } from './postgres.test.support.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const PAGE = readFileSync(new URL('../docs/databases.md', import.meta.url), 'utf8');
const recipes = (kind: string): string[] =>
  Array.from(PAGE.matchAll(/^```([^\n]+)\n([^]*?)^```/gm))
    .filter(([, name]) => name === kind)
    .map(([, , text]) => text!);
const [types, people] = recipes('sql both') as [string, string];

const home = temporaryFolder();
let postgres: Postgres;
beforeAll(() => {
  postgres = new Postgres();
}, 300_000);
afterAll(() => {
  postgres?.stop();
});

/** Rows, sorted by their first column; numbers as numbers. */
const sorted = (rows: readonly (readonly unknown[])[]): (string | number)[][] =>
  rows.map(([name, ...numbers]) => [String(name), ...numbers.map(Number)]).sort(([a], [b]) => (a! < b! ? -1 : 1));

/** Runs SQL in a DuckDB of its own; gives the rows of the last statement. */
async function duckdb(folder: string, ...scripts: string[]): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    await connection.run(`set file_search_path = '${folder}'; set threads = 1`);
    for (const script of scripts.slice(0, -1)) await connection.run(script);
    return (await connection.runAndReadAll(scripts.at(-1)!)).getRowsJson() as unknown[][];
  } finally {
    connection.closeSync();
  }
}

const text = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const linesOf = (folder: string, name: string): string[] => text(folder, name).split('\n').filter(Boolean);

const isJson = (line: string): boolean => {
  try {
    return Boolean(JSON.parse(line));
  } catch {
    return false;
  }
};

describe.each([
  { name: 'documented', options: '--dialect documented', hasCut: false },
  { name: 'deployed', options: '--dialect deployed --heartbeats none', hasCut: true },
  { name: 'loadable', options: '--dialect deployed --loadable', hasCut: false },
])('$name', ({ name, options, hasCut }) => {
  const folder = join(home, name);
  /** What should be counted: what the run says, less what was cut. */
  const expected = { lines: 0, cut: 0, types: [] as unknown[][], people: [] as unknown[][] };

  beforeAll(async () => {
    const made = await shell(
      `mkdir ${folder}; cd ${folder}; edxgen --users 200 --days 7 --servers 1 ${options} --quiet\n${recipes('sh').join('')}`,
      home,
    );
    expect(made).toEqual({ status: 0, out: '', err: '' });
    const { totals } = JSON.parse(text(folder, 'edxgen-out/manifest.json')) as Manifest;
    const cut = linesOf(folder, 'lines.jsonl').filter((line) => !isJson(line));
    const count = (of: (line: string) => boolean) => cut.filter(of).length;
    const learners = linesOf(folder, 'edxgen-out/truth/learners.jsonl').map(
      (line) => JSON.parse(line) as { username: string; events: number; days: number },
    );
    expected.lines = totals.lines;
    expected.cut = cut.length;
    expected.types = sorted(
      Object.entries(totals.byEventType).map(([type, lines]) => {
        const [source, event] = [type.slice(0, type.indexOf('/')), type.slice(type.indexOf('/') + 1)];
        return [type, lines - count((line) => line.includes(`"event_source": "${source}", "event_type": "${event}"`))];
      }),
    );
    expected.people = sorted(
      learners.map(({ username, events, days }) => [
        username,
        events - count((line) => line.startsWith(`{"username": "${username}"`)),
        days,
      ]),
    );
  }, 300_000);

  test('some lines are cut, or none', () => expect(expected.cut > 0).toBe(hasCut));

  test('jq', async () => {
    expect(await shell(recipes('sh jq').join(''), folder)).toEqual({ status: 0, out: '', err: '' });
    expect(linesOf(folder, 'cut.txt')).toHaveLength(expected.cut);
    expect(linesOf(folder, 'whole.jsonl')).toHaveLength(expected.lines - expected.cut);
    expect(sorted(linesOf(folder, 'counts.txt').map((line) => line.trim().split(' ').toReversed()))).toEqual(
      expected.types,
    );
    const { status, out } = await shell('jq -c . lines.jsonl | wc -l', folder);
    expect({ stops: status !== 0, isAll: Number(out) === expected.lines }).toEqual({ stops: hasCut, isAll: !hasCut });
  }, 300_000);

  test('PostgreSQL', () => {
    postgres.run(`create database ${name}`, folder, 'postgres');
    const ask = (script: string) => postgres.run(script, folder, name);
    ask(recipes('sql postgresql').join(''));
    expect(ask('select count(*) from lines')).toEqual([[`${expected.lines}`]]);
    expect(ask('select count(*) from lines where json_or_null(line) is null')).toEqual([[`${expected.cut}`]]);
    expect(sorted(ask(types))).toEqual(expected.types);
    expect(sorted(ask(people))).toEqual(expected.people);
    const plain = () =>
      ask(
        `create table plain (line json); \\copy plain from 'lines.jsonl' with (format csv, delimiter e'\\x01', quote e'\\x02')`.replace(
          '; ',
          ';\n',
        ),
      );
    if (hasCut) expect(plain).toThrow(/invalid input syntax for type json/);
    else plain();
  }, 300_000);

  test('DuckDB', async () => {
    const load = recipes('sql duckdb');
    expect(sorted(await duckdb(folder, ...load, types))).toEqual(expected.types);
    expect(sorted(await duckdb(folder, ...load, people))).toEqual(expected.people);
    const counts = await duckdb(folder, ...load, 'select (select count(*) from lines), (select count(*) from briefly)');
    const [all, briefly] = counts[0]!.map(Number);
    expect(all).toBe(expected.lines);
    expect(briefly).toBeLessThanOrEqual(expected.lines - expected.cut);
    expect(briefly).toBeGreaterThanOrEqual(expected.lines - 2 * expected.cut);
    const plain = duckdb(folder, "select count(*) from read_json('lines.jsonl')");
    if (hasCut) await expect(plain).rejects.toThrow('Malformed JSON');
    else expect((await plain)[0]!.map(Number)).toEqual([expected.lines]);
  }, 300_000);
});

test('docs/truth.md says what a reader misses that goes from play to pause, by its own command', async () => {
  const page = readFileSync(new URL('../docs/truth.md', import.meta.url), 'utf8');
  const [, command, said] = /```sh\n([^]*?)```\n\n```text\n([^]*?)```/.exec(page)!;
  expect(await shell(command!)).toEqual({ status: 0, out: said, err: '' });
}, 300_000);
