/** What parsers without an adapter answer is hostile too, and has its bounds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { BOUNDS } from '../../src/base/bounds.ts';
import { FilterSubject } from './filter/filter-subject.ts';
import type { LineAnswer, Parser } from './parser.ts';
import type { ParseCommand } from './trial.ts';
import { ParserSubject } from './in-process/parser-subject.ts';

const LOG: ParseCommand = {
  cmd: 'parse',
  dialect: 'documented',
  want: 'records',
  chunks: [Buffer.from('{"wild": 1}\n')],
};
const DEEPEST = BOUNDS.answerDepth.most;

function nested(depth: number): unknown {
  let value: unknown = null;
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

const answering = (record: unknown): ParserSubject => {
  const parser: Parser = {
    name: 'p',
    level: 'fields',
    dialects: ['documented'],
    parse: () => [{ ok: true, record } as LineAnswer],
  };
  return new ParserSubject(parser, 1000);
};

test('a record in process that nests too deep, or holds itself, is a failure of the protocol', async () => {
  const self: Record<string, unknown> = {};
  self['self'] = self;
  for (const record of [nested(DEEPEST + 1), self]) {
    expect(await answering(record).ask(LOG)).toMatchObject({
      kind: 'protocol',
      reason: `its answer nests deeper than ${DEEPEST} levels`,
    });
    expect(await answering(record).ask({ ...LOG, want: 'verdicts' })).toMatchObject({ kind: 'lines' });
  }
  expect(await answering(nested(DEEPEST - 10)).ask(LOG)).toMatchObject({ kind: 'lines' });
});

test('a promise that is not kept is a hang', async () => {
  const parser: Parser = {
    name: 'p',
    level: 'fields',
    dialects: ['documented'],
    parse: () => new Promise(() => undefined),
  };
  expect(await new ParserSubject(parser, 50).ask(LOG)).toMatchObject({
    kind: 'hang',
    reason: 'it gives no answer within 50 ms',
  });
});

/** A filter that prints what it reads, until it reads what is wild. */
async function filter(wild: string) {
  const path = join(temporaryFolder(), 'filter.mjs');
  writeFileSync(
    path,
    `let log = ''; process.stdin.on('data', (piece) => (log += piece)).on('end', () => { if (!log.includes('wild')) return void process.stdout.write(log); ${wild} });\n`,
  );
  const subject = await FilterSubject.start([process.execPath, path], 60_000);
  return await subject.ask(LOG);
}

test.each([
  [
    'nests too deep',
    `console.log('['.repeat(${DEEPEST + 1}) + ']'.repeat(${DEEPEST + 1}));`,
    `it prints JSON that nests deeper than ${DEEPEST} levels`,
  ],
  [
    'has no end',
    `const piece = 'x'.repeat(1 << 20); for (let i = 0; i <= ${BOUNDS.answerBytes.most >> 20}; i += 1) process.stdout.write(piece);`,
    `it prints a line of more than ${BOUNDS.answerBytes.most} bytes`,
  ],
  [
    'comes again and again',
    `const line = () => process.stdout.write('{}\\n'.repeat(100), line); line();`,
    /^it prints more than \d+ objects for a log of 12 bytes$/,
  ],
])('what a filter prints that %s is a failure of the protocol', async (_, wild, reason) => {
  expect(await filter(wild)).toMatchObject({
    kind: 'protocol',
    reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
  });
});
