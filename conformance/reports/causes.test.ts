import { expect, test } from 'vitest';
import { AdapterSubject } from '../subjects/adapter/adapter-subject.ts';
import { ParserSubject } from '../subjects/in-process/parser-subject.ts';
import { run } from '../runner/run.ts';
import { MUTANTS } from '../../testing/mutants/index.ts';
import { alsoLines, causesOf } from './causes.ts';
import { failureText } from './failure.ts';

const FEW = [
  'accepts-lines',
  'refuses-*',
  'newline-only',
  'last-line',
  'crlf',
  'blank-lines',
  'common-fields',
  'key-order',
  'white-space',
  'unknown-keys',
  'strings-untouched',
  'sessions',
  'anonymous-users',
  'times-exact',
  'every-script',
  'payload-problem_check',
  'form-*',
];

async function failuresOf(id: string) {
  const { parser, dialects } = MUTANTS.find((mutant) => mutant.id === id)!;
  return (await run(new ParserSubject(parser(), 1000), { runs: 40, only: FEW, dialects: dialects.slice(0, 1) }))
    .results;
}

test.each([
  'empty-session-undefined',
  'anonymous-named',
  'time-local',
  'single-quotes',
  'line-separator-ends-line',
  'rest-of-line-ignored',
  'prefix-stripped',
])('the failures of %s have one cause', async (id) => {
  const results = await failuresOf(id);
  const failed = results.filter(({ status }) => status === 'failed');
  const causes = causesOf(results);
  expect(causes).toHaveLength(1);
  expect([causes[0]!.first, ...causes[0]!.others]).toHaveLength(failed.length);
});

test.each([
  ['empty-session-undefined', 'sessions', 'at /session: null in place of an empty text'],
  ['anonymous-named', 'anonymous-users', 'at /username: text in place of an empty text'],
  ['time-local', 'times-exact', 'at /time: another text'],
  ['single-quotes', 'refuses-non-json', 'a key that is no string in double quotes'],
  ['line-separator-ends-line', 'newline-only', 'answers to'],
])('%s is told by %s, in words', async (id, property, words) => {
  const [cause] = causesOf(await failuresOf(id));
  expect(cause!.first.property.id).toBe(property);
  expect(failureText(cause!.first, {})).toContain(words);
});

test.each([
  ['brackets-stripped', 'form-keys'],
  ['last-of-key', 'form-keys'],
  ['escapes-kept', 'form-decoding'],
  ['plus-kept', 'form-decoding'],
])('%s has one cause, told by %s', async (id, property) => {
  const causes = causesOf(await failuresOf(id));
  expect(causes.map(({ first }) => first.property.id)).toEqual([property]);
});

/** Reads an agent right in the first log of a process alone. */
const FORGETS = `
import { createInterface } from 'node:readline';
const say = (value) => console.log(JSON.stringify(value));
let first;
const read = (line) => {
  try {
    const record = JSON.parse(line);
    first ??= record;
    return { ok: true, record: { ...record, session: record.session ?? null, agent: first.agent, ip: first.ip } };
  } catch (error) {
    return { ok: false };
  }
};
createInterface({ input: process.stdin }).on('line', (line) => {
  const { cmd, id, chunks } = JSON.parse(line);
  if (cmd === 'hello') say({ protocol: 1, parser: 'forgets', level: 'fields', dialects: ['documented'] });
  if (cmd === 'bye') process.exit(0);
  if (cmd === 'parse') say({ id, lines: Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64'))).toString().split('\\n').slice(0, -1).map(read) });
});
`;

test('failures that come only after other commands have one cause', async () => {
  const subject = await AdapterSubject.start([process.execPath, '--input-type=module', '-e', FORGETS], {
    timeout: 5000,
  });
  const { results } = await run(subject, {
    runs: 20,
    only: ['anonymous-users', 'key-order', 'white-space', 'every-script', 'times-exact'],
  });
  await subject.close();
  const failed = results.filter(({ status }) => status === 'failed');
  expect(failed.length).toBeGreaterThan(1);
  expect(failed.flatMap(({ failure }) => failure!.trial.before ?? []).length).toBeGreaterThan(0);
  expect(causesOf(results)).toHaveLength(1);
});

test('two mistakes are two causes, and every failure is of one', async () => {
  const results = [...(await failuresOf('anonymous-named')), ...(await failuresOf('single-quotes'))];
  const causes = causesOf(results);
  expect(causes).toHaveLength(2);
  expect(new Set(causes.flatMap(({ first, others }) => [first, ...others]))).toEqual(
    new Set(results.filter(({ status }) => status === 'failed')),
  );
  expect(alsoLines(causes[0]!, results)[0]).toMatch(/^ {2}the same shows in \d+ more$/);
});
