import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { ParserSubject } from '../subjects/in-process/parser-subject.ts';
import type { LineAnswer, Parser } from '../subjects/parser.ts';
import { PROPERTIES } from '../properties/index.ts';
import { isMeasured, type TrialProperty } from '../properties/property.ts';
import { ReferenceParser } from '../../testing/mutants/reference-parser.ts';
import { knownFailures, readKnownFailures } from './known-failures.ts';
import { run } from './run.ts';
import { inputsOf, packTrial, readTrial, readTrials, writeTrial } from './stored-trial.ts';

/** Takes the agent's letters for small ones. */
class LowerCase extends ReferenceParser {
  override readLine(bytes: Uint8Array, dialect: 'documented' | 'deployed'): LineAnswer {
    const answer = super.readLine(bytes, dialect);
    const record = answer.record as { agent?: unknown } | undefined;
    return typeof record?.agent === 'string'
      ? { ...answer, record: { ...record, agent: record.agent.toLowerCase() } }
      : answer;
  }
}

const subject = (parser: Parser): ParserSubject => new ParserSubject(parser, 1000);
const only = ['common-fields', 'strings-untouched', 'form-keys', 'duplicate-keys'];
const few = { only, dialects: ['documented'] } as const;

describe('a failure', () => {
  test('is one line of the shortest fields, at the place that is wrong', async () => {
    const { results, conforms } = await run(subject(new LowerCase()), few);
    expect(conforms).toBe(false);
    const { failure, status } = results.find(({ property }) => property.id === 'common-fields')!;
    expect(status).toBe('failed');
    expect(failure!.mismatch).toMatchObject({ kind: 'record', line: 0, differences: [{ path: '/agent' }] });
    expect(inputsOf(failure!.trial).map(({ bytes }) => Buffer.from(bytes).toString().split('\n').length)).toEqual([2]);
  });

  test('comes again from its seed and path, and from its file', async () => {
    const { results } = await run(subject(new LowerCase()), few);
    for (const { property, dialect, failure } of results.filter(({ status }) => status === 'failed')) {
      const again = await run(subject(new LowerCase()), {
        only: [property.id],
        dialects: [dialect],
        seed: failure!.seed!,
        path: failure!.path!,
      });
      expect(again.results[0]!.failure!.trial).toEqual(failure!.trial);
      const folder = temporaryFolder();
      const path = writeTrial(folder, { property: property.id, dialect, trial: failure!.trial });
      expect(readTrial(path)).toEqual({ property: property.id, dialect, trial: failure!.trial });
      expect(readTrials(folder)).toHaveLength(1);
      const first = await run(subject(new LowerCase()), {
        only: [property.id],
        dialects: [dialect],
        examples: readTrials(folder),
        runs: 1,
      });
      expect(first.results[0]).toMatchObject({ words: 'a stored input fails', failure: { trial: failure!.trial } });
    }
  });

  test('does not depend on which other properties are tried', async () => {
    const alone = await run(subject(new LowerCase()), { ...few, only: ['strings-untouched'] });
    const all = await run(subject(new LowerCase()), few);
    const pathOf = ({ results }: typeof all) =>
      results.find(({ property }) => property.id === 'strings-untouched')!.failure!.path;
    expect(pathOf(alone)).toBe(pathOf(all));
  });

  test('is the same for the same seed, another for another', async () => {
    const pathOf = async (seed: string) =>
      (await run(subject(new LowerCase()), { ...few, seed })).results.map(({ failure }) => failure?.path);
    expect(await pathOf('a')).toEqual(await pathOf('a'));
    expect(await pathOf('a')).not.toEqual(await pathOf('b'));
  });
});

test('a trial survives its file, whatever it holds', () => {
  const folder = temporaryFolder();
  for (const property of PROPERTIES.filter(
    (each): each is TrialProperty => !isMeasured(each) && each.depth !== 'strict',
  )) {
    const [dialect = 'documented'] = property.dialects ?? [];
    for (const trial of fc.sample(property.trials(dialect), { seed: 1, numRuns: 2 })) {
      const stored = { property: property.id, dialect, trial };
      expect(JSON.stringify(packTrial(readTrial(writeTrial(folder, stored))))).toBe(JSON.stringify(packTrial(stored)));
    }
  }
});

describe('known failures', () => {
  const list = async (): Promise<string> => {
    const path = join(temporaryFolder(), 'known.json');
    const { results } = await run(subject(new LowerCase()), few);
    writeFileSync(path, JSON.stringify(knownFailures(results, [])).replaceAll('say why', 'we like small letters'));
    return path;
  };

  test('do not fail the run, and their reasons are told', async () => {
    const known = readKnownFailures(await list());
    const result = await run(subject(new LowerCase()), { ...few, known });
    expect(result).toMatchObject({ conforms: true, staleKnown: [] });
    expect(result.results.filter(({ status }) => status === 'known').map(({ words }) => words)).toEqual(
      known.map(() => 'we like small letters'),
    );
    expect(JSON.stringify(knownFailures(result.results, known))).toContain('we like small letters');
  });

  test('that no longer fail, or do not apply, are errors', async () => {
    const known = readKnownFailures(await list());
    const { conforms, staleKnown } = await run(subject(new ReferenceParser()), { ...few, known });
    expect(conforms).toBe(false);
    expect(staleKnown).toHaveLength(known.length);
    expect(staleKnown[0]).toContain('no longer fails');
    const shallow = await run(subject(Object.assign(new LowerCase(), { level: 'lines' as const })), { ...few, known });
    expect(shallow.staleKnown[0]).toContain('does not apply');
  });

  test('that an option leaves out are not stale, and stay in the list', async () => {
    const known = readKnownFailures(await list());
    for (const options of [
      { only: ['common-fields'] },
      { skip: ['strings-untouched'] },
      { levels: ['should'] as const },
      { dialects: ['deployed'] as const },
    ]) {
      const result = await run(subject(new LowerCase()), { ...few, ...options, known });
      expect(result, JSON.stringify(options)).toMatchObject({ staleKnown: [] });
      expect(knownFailures(result.results, known).length).toBeGreaterThanOrEqual(known.length);
    }
  });

  test('need a reason', async () => {
    const path = await list();
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('we like small letters', ' '));
    expect(() => readKnownFailures(path)).toThrow('entry 1: it gives no reason');
  });
});

test('more time means more seeds, and each failure is told once', async () => {
  const told: string[] = [];
  const { results } = await run(subject(new LowerCase()), {
    ...few,
    time: 300,
    runs: 5,
    onProgress: ({ result: { property, status } }) => status === 'failed' && told.push(property.id),
  });
  expect(told.toSorted()).toEqual(['common-fields', 'strings-untouched']);
  expect(results.filter(({ status }) => status === 'failed')).toHaveLength(2);
});

test('what does not apply is skipped, with the reason', async () => {
  const shallow = Object.assign(new ReferenceParser(), { level: 'lines' as const, skip: ['crlf'] });
  const { results } = await run(subject(shallow), {
    runs: 2,
    dialects: ['deployed'],
    levels: ['must', 'should'],
    skip: ['linear-time'],
  });
  const wordsOf = (id: string) => results.find(({ property }) => property.id === id)?.words;
  expect(wordsOf('common-fields')).toBe('it reads lines, not fields');
  expect(wordsOf('crlf')).toBe('the parser says that it does not have it');
  expect(wordsOf('duplicate-keys')).toBe('only must and should is asked for');
  expect(wordsOf('strict-comma-missing')).toBe('it does not claim to be strict in deployed');
  expect(results.some(({ status }) => status === 'passed')).toBe(true);
});

test('options that name what there is not are a mistake', async () => {
  await expect(run(subject(new ReferenceParser()), { only: ['no-such'] })).rejects.toThrow(
    'only names the property "no-such", which there is not',
  );
});

test('a parser that throws, or keeps no promise, is told so', async () => {
  const kindOf = async (parse: Parser['parse']) => {
    const parser: Parser = { name: 'p', level: 'lines', dialects: ['documented'], parse };
    return (await run(new ParserSubject(parser, 50), { only: ['accepts-lines'], runs: 2 })).results[0]!.failure!
      .mismatch.kind;
  };
  expect(
    await kindOf(() => {
      throw new Error('no');
    }),
  ).toBe('crash');
  expect(await kindOf(() => new Promise(() => undefined))).toBe('hang');
  expect(await kindOf(() => [] as never)).toBe('count');
  expect(await kindOf(() => 'lines' as never)).toBe('protocol');
});

test('as many failures as are asked for end the run; what is left is told, and known failures of it are not judged', async () => {
  const all = await run(subject(new LowerCase()), few);
  const {
    property: { id },
    failure,
  } = all.results.findLast(({ status }) => status === 'failed')!;
  const known = [
    { property: id, dialect: 'documented', trial: failure!.trial, reason: 'later', kind: 'record' },
  ] as const;
  const told: string[] = [];
  const { results, staleKnown, conforms } = await run(subject(new LowerCase()), {
    ...few,
    known,
    bail: 1,
    onProgress: ({ result }) => told.push(result.property.id),
  });
  expect(results.map(({ property, status, words }) => [property.id, status, words])).toEqual([
    ['common-fields', 'failed', ''],
    ...['strings-untouched', 'duplicate-keys', 'form-keys'].map((other) => [
      other,
      'skipped',
      'not tried: the run stopped after 1 failure',
    ]),
  ]);
  expect({ told, staleKnown, conforms }).toEqual({ told: ['common-fields'], staleKnown: [], conforms: false });
});

test('properties of some depths are chosen', async () => {
  const { results } = await run(subject(new ReferenceParser()), {
    runs: 1,
    depths: ['payload', 'archive'],
    dialects: ['documented'],
  });
  expect(new Set(results.filter(({ status }) => status === 'passed').map(({ property }) => property.depth))).toEqual(
    new Set(['payload', 'archive']),
  );
  expect(results.find(({ property }) => property.id === 'accepts-lines')).toMatchObject({
    status: 'skipped',
    words: 'only payload and archive is asked for',
  });
});

/** Takes its time over some inputs. */
class Slow extends ParserSubject {
  asked = 0;

  override async ask(...given: Parameters<ParserSubject['ask']>): ReturnType<ParserSubject['ask']> {
    this.asked += 1;
    if (this.asked % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    return await super.ask(...given);
  }
}

test('several of a parser give the same results in the same order', async () => {
  const options = { only: [...only, 'refuses-*', 'memory'], runs: 20, bail: 2 };
  const told = async (others: readonly Slow[]) => {
    const order: string[] = [];
    const first = new Slow(new LowerCase(), 1000);
    const { results } = await run(first, {
      ...options,
      others,
      onProgress: ({ result: { property, dialect, status }, done }) =>
        order.push(`${done} ${property.id} ${dialect} ${status}`),
    });
    return {
      order,
      results: results.map(({ words, ...result }) => ({
        ...result,
        ms: 0,
        words: result.property.id === 'memory' ? '' : words,
      })),
    };
  };
  const others = Array.from({ length: 3 }, () => new Slow(new LowerCase(), 1000));
  expect(await told(others)).toEqual(await told([]));
  expect(others.every(({ asked }) => asked > 0)).toBe(true);
});
