import { describe, expect, test } from 'vitest';
import { seqNext } from '../../src/spec/events/index.ts';
import type { LineAnswer } from '../subjects/parser.ts';
import type { Claims, Outcome } from '../subjects/subject.ts';
import type { ExpectedLine, Trial } from '../subjects/trial.ts';
import { align } from './align.ts';
import { differences, sameInstant } from './compare.ts';
import { firstMismatch } from './oracle.ts';
import { recordDifferences } from './record.ts';

const CLAIMS: Claims = {
  parser: 'p',
  version: '',
  language: '',
  depth: 'payload',
  dialects: ['documented'],
  strict: [],
  archives: true,
  limits: {},
  skip: [],
  window: 1,
};

const trial = (lines: readonly ExpectedLine[], text = 'x\n'.repeat(lines.length)): Trial => ({
  steps: [
    {
      command: { cmd: 'parse', dialect: 'documented', want: 'records', chunks: [Buffer.from(text)] },
      expected: { lines },
    },
  ],
});
const kindOf = (lines: readonly ExpectedLine[], outcome: Outcome, claims: Partial<Claims> = {}, text?: string) =>
  firstMismatch(trial(lines, text), [{ ...outcome, ms: 1 }], { ...CLAIMS, ...claims })?.kind;
const answers = (...lines: LineAnswer[]): Outcome => ({ kind: 'lines', lines });

const YES: LineAnswer = { ok: true, record: {} };
const NO: LineAnswer = { ok: false };

describe('an answer', () => {
  test.each([
    ['accept', YES, undefined],
    ['accept', NO, 'refused'],
    ['reject', NO, undefined],
    ['reject', YES, 'accepted'],
    ['either', YES, undefined],
    ['either', NO, undefined],
  ] as const)('to a line to %s', (verdict, answer, kind) => {
    expect(kindOf([{ verdict }], answers(answer))).toBe(kind);
  });

  test('is one for each line', () => {
    expect(kindOf([{ verdict: 'accept' }], answers())).toBe('count');
    expect(kindOf([{ verdict: 'accept' }], answers(YES, YES))).toBe('count');
  });

  test('is the same for lines of one label, whatever the words of a refusal', () => {
    const twins: ExpectedLine[] = [
      { verdict: 'either', same: 'a' },
      { verdict: 'either', same: 'a' },
    ];
    expect(kindOf(twins, answers(YES, NO))).toBe('unequal');
    expect(kindOf(twins, answers({ ok: true, record: { a: 1 } }, { ok: true, record: { a: 2 } }))).toBe('unequal');
    expect(kindOf(twins, answers({ ok: false, error: 'x' }, { ok: false, error: 'y' }))).toBeUndefined();
    expect(
      kindOf(twins, answers({ ok: true, record: { a: 1 } }, { ok: true, record: { a: 2 } }), { depth: 'lines' }),
    ).toBeUndefined();
  });

  test('may refuse a line beyond the limit that the parser states, but not misread it', () => {
    const line: ExpectedLine = { verdict: 'accept', truth: { fields: { username: 'ada' } } };
    expect(kindOf([line], answers(NO), { limits: { lineBytes: 5 } }, '123456\n')).toBeUndefined();
    expect(kindOf([line], answers(NO), { limits: { lineBytes: 6 } }, '123456\n')).toBe('refused');
    expect(
      kindOf([line], answers({ ok: true, record: { username: 'a' } }), { limits: { lineBytes: 5 } }, '123456\n'),
    ).toBe('record');
  });

  test('may refuse a longer spelling of a line beyond the limit, though it reads the shorter one', () => {
    const twins: ExpectedLine[] = [
      { verdict: 'accept', same: 'a' },
      { verdict: 'accept', same: 'a' },
    ];
    expect(kindOf(twins, answers(YES, NO), { limits: { lineBytes: 5 } }, '1\n123456\n')).toBeUndefined();
    expect(kindOf(twins, answers(NO, YES), { limits: { lineBytes: 5 } }, '123456\n1\n')).toBeUndefined();
    expect(kindOf(twins, answers(YES, NO), { limits: { lineBytes: 6 } }, '1\n123456\n')).toBe('refused');
  });

  test('to a log is no error: those are of archives', () => {
    expect(
      firstMismatch(trial([{ verdict: 'either' }]), [{ kind: 'error', error: 'line 1: no', ms: 1 }], CLAIMS)?.message,
    ).toBe('it answers to a log with an error, which is for archives; a log has an answer a line: line 1: no');
  });

  test('without signs of refusal counts and reads like one with', () => {
    const lines: ExpectedLine[] = [
      { verdict: 'accept', truth: { fields: { username: 'ada' } } },
      { verdict: 'reject' },
    ];
    expect(kindOf(lines, { kind: 'records', records: [{ username: 'ada' }] })).toBeUndefined();
    expect(kindOf(lines, { kind: 'records', records: [{ username: 'bob' }] })).toBe('record');
    expect(kindOf(lines, { kind: 'records', records: [{ username: 'ada' }, {}] })).toBe('count');
    expect(kindOf(lines, { kind: 'records', records: [] })).toBe('count');
  });
});

describe('limits hold for lines inside archives', () => {
  const line: ExpectedLine = {
    verdict: 'accept',
    truth: { fields: { username: 'ada' } },
    extent: { lineBytes: 6, depth: 3 },
  };
  const archive: Trial = {
    steps: [
      {
        command: { cmd: 'archive', dialect: 'documented', want: 'records', name: 'a.tar', bytes: Buffer.alloc(0) },
        expected: { files: [{ server: 's', name: 'n', lines: [line] }] },
      },
    ],
  };
  const files = (answer: LineAnswer): Outcome => ({
    kind: 'files',
    files: [{ server: 's', name: 'n', lines: [answer] }],
  });
  const kind = (outcome: Outcome, limits: Claims['limits']) =>
    firstMismatch(archive, [{ ...outcome, ms: 1 }], { ...CLAIMS, limits })?.kind;
  const crash: Outcome = { kind: 'crash', reason: 'it exits with 1' };
  const error: Outcome = { kind: 'error', error: 'a line is too long' };

  test.each([[{ lineBytes: 5 }], [{ depth: 2 }]])(
    '%j covers it: refused, reported or fatal, but never misread',
    (limits) => {
      for (const outcome of [files(NO), error, crash]) expect(kind(outcome, limits)).toBeUndefined();
      expect(kind(files({ ok: true, record: { username: 'a' } }), limits)).toBe('record');
    },
  );

  test.each([[{}], [{ lineBytes: 6, depth: 3 }]])('%j does not', (limits) => {
    expect([files(NO), error, crash].map((outcome) => kind(outcome, limits))).toEqual(['refused', 'refused', 'crash']);
  });
});

test('records fall to lines that must be accepted first', () => {
  const lines: ExpectedLine[] = [{ verdict: 'either' }, { verdict: 'accept' }, { verdict: 'reject' }];
  expect(align(lines, ['a'])).toEqual([{ ok: false }, { ok: true, record: 'a' }, { ok: false }]);
  expect(align(lines, ['a', 'b'])).toEqual([{ ok: true, record: 'a' }, { ok: true, record: 'b' }, { ok: false }]);
  expect(align(lines, [])).toBeUndefined();
  expect(align(lines, ['a', 'b', 'c'])).toBeUndefined();
});

test('values differ at places', () => {
  const found = (a: unknown, b: unknown) => [...differences(a, b)].map(({ path }) => path);
  expect(found({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toEqual([]);
  expect(found({ a: 1, b: [1, { c: 2 }] }, { a: 2, b: [1, { c: 3 }] })).toEqual(['/a', '/b/1/c']);
  expect(found({ 'a/b~': 1 }, {})).toEqual(['/a~1b~0']);
  expect(found({}, { a: 1 })).toEqual(['/a']);
  expect(found(JSON.parse('{"__proto__": 1}'), {})).toEqual(['/__proto__']);
  expect(found([1], [1, 2])).toEqual(['']);
  expect(found('e\u0301', '\u00e9')).toEqual(['']);
  expect(found(null, {})).toEqual(['']);
  expect(found(1, '1')).toEqual(['']);
  expect(found({ a: [1] }, { a: [1n] })).toEqual([]);
  expect(found(2 ** 53, 9_007_199_254_740_993n)).toEqual(['']);
});

test('times are equal when they name the same microsecond', () => {
  const base = sameInstant('2013-03-04T09:30:00.120000');
  for (const other of [
    '2013-03-04T09:30:00.12',
    '2013-03-04 09:30:00.120000',
    '2013-03-04T09:30:00.120000Z',
    '2013-03-04T09:30:00.120000000+00:00',
  ])
    expect(sameInstant(other)).toBe(base);
  for (const other of [
    '2013-03-04T09:30:00.120001',
    '2013-03-04T09:30:00.12+01:00',
    '2013-03-04T09:30:00.1200001',
    1362389400.12,
  ])
    expect(sameInstant(other)).not.toBe(base);
  expect(sameInstant('2013-03-04T09:30:00')).toBe(sameInstant('2013-03-04T09:30:00.000000'));
});

test('old_state and new_state given as text may be decoded or left as they stand, and nothing else', () => {
  const payload = { old_state: { seed: 1 }, new_state: { seed: 2 }, problem: 'p' };
  const left = { old_state: '{"seed": 1}' };
  const paths = (event: object, truth: object = { payload, left }) =>
    recordDifferences({ event: null, ...truth }, { event }, 'payload', 'deployed').map(({ path }) => path);
  expect(paths(payload)).toEqual([]);
  expect(paths({ ...payload, ...left })).toEqual([]);
  expect(paths({ ...payload, old_state: '{"seed":1}' })).toEqual(['/event/old_state']);
  expect(paths({ ...payload, old_state: null })).toEqual(['/event/old_state']);
  expect(paths({ ...payload, new_state: '{"seed": 2}' })).toEqual(['/event/new_state']);
  expect(paths({ ...payload, ...left }, { payload })).toEqual(['/event/old_state']);
});

test('what the format does not name is not looked at; a session that is not there is null', () => {
  const truth = {
    type: { source: seqNext.source, name: seqNext.name },
    fields: { session: null },
    event: '{}',
    payload: { id: 'i', old: 1, new: 2 },
  };
  const paths = (record: unknown, depth: 'fields' | 'payload' = 'payload') =>
    recordDifferences(truth, record, depth, 'documented').map(({ path }) => path);
  expect(paths({ event: { id: 'i', old: 1, new: 2, more: 3 }, more: 1 })).toEqual([]);
  expect(paths({ session: '', event: { id: 'i', old: 1 } })).toEqual(['/session', '/event/new']);
  expect(paths({ event: '{}' }, 'fields')).toEqual([]);
  expect(paths(undefined)).toEqual(['']);
});
