/** docs/protocol.md shows what the kit says, and what it understands. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerIn, bye, claimsOf, encodeCommand, hello } from './messages.ts';

const PAGE = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
const conversation = /^kit {6}[^]*?(?=```)/m
  .exec(PAGE)![0]
  .trim()
  .split('\n')
  .map((line) => line.split(/ {2,}(.*)/s).slice(0, 2) as [who: string, line: string]);
const said = (who: string, word: string): string =>
  conversation.find(([speaker, line]) => speaker === who && line.includes(word))![1];

test('the conversation is the kit’s own', () => {
  const chunks = (JSON.parse(said('kit', '"parse"')) as { chunks: string[] }).chunks.map((chunk) =>
    Buffer.from(chunk, 'base64'),
  );
  const command = { dialect: 'documented', want: 'records' } as const;
  const archive = said('kit', '"archive"');
  const { path } = JSON.parse(archive) as { path: string };
  expect(conversation.filter(([who]) => who === 'kit').map(([, line]) => `${line}\n`)).toEqual([
    hello,
    encodeCommand({ ...command, cmd: 'parse', chunks }, 1),
    encodeCommand({ ...command, cmd: 'archive', name: 'prod-edxapp-001.tar', bytes: new Uint8Array() }, 2, path),
    bye,
  ]);
});

test.each([
  [{ limits: null }, 'limits must be lineBytes, depth or both, each a whole number from 1, not null'],
  [
    { limits: { lineBytes: 0 } },
    'limits must be lineBytes, depth or both, each a whole number from 1, not {"lineBytes":0}',
  ],
  [
    { limits: { linebytes: 9 } },
    'limits must be lineBytes, depth or both, each a whole number from 1, not {"linebytes":9}',
  ],
  [{ version: {} }, 'version must be text, not {}'],
  [{ language: null }, 'language must be text, not null'],
])('hello with %j is told what is wrong', (more, fault) => {
  expect(claimsOf({ ...answerIn(said('adapter', '"protocol"')), ...more })).toBe(fault);
});

test('its answers are understood', () => {
  expect(claimsOf(answerIn(said('adapter', '"protocol"'))!)).toMatchObject({ window: 1 });
  expect(conversation.filter(([who]) => who === 'adapter').map(([, line]) => answerIn(line))).not.toContain(undefined);
});

const HELLO = { protocol: 1, parser: 'p', level: 'lines', dialects: ['documented'] };
const OBJECT = { toString: 1, valueOf: 1 };

test.each([
  { version: OBJECT },
  { language: OBJECT },
  { limits: null },
  { limits: { depth: OBJECT } },
  { skip: [OBJECT] },
  { parser: OBJECT },
  { window: OBJECT },
])('an answer to hello with %j is told as what it is', (wrong) => {
  expect(claimsOf({ ...HELLO, ...wrong })).toMatch(/ must be /);
});
