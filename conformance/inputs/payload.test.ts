import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyKey, anyText, wellFormedText } from './any-text.ts';
import { formInputs, record } from './payload.ts';
import { DIALECTS, EVENT_SOURCES } from '../../src/spec/dialect.ts';
import { EVENT_TYPES, eventTypeId, eventTypeOf, eventTypesOf } from '../../src/spec/event-types.ts';

const many = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { seed: 1, numRuns: 1500 });

describe.each(DIALECTS)('a %s record', (dialect) => {
  test('is of any of the dialect’s event types', () => {
    const met = new Set(
      many(record(dialect)).map(({ event_source: source, event_type: name }) => eventTypeOf(dialect, source, name)!),
    );
    expect([...met].map(eventTypeId).toSorted()).toEqual(eventTypesOf(dialect).map(eventTypeId).toSorted());
  });

  test.each(eventTypesOf(dialect))('is of the type asked for: $source $name', (type) => {
    for (const { event_source: source, event_type: name } of fc.sample(record(dialect, type), 20)) {
      expect(eventTypeId(eventTypeOf(dialect, source, name)!)).toBe(eventTypeId(type));
    }
  });

  test.each(EVENT_TYPES.filter((type) => !type[dialect]))(
    'is never of a type that the dialect does not know: $source $name',
    (type) => {
      expect(() => record(dialect, type)).toThrow(`the ${dialect} dialect has no event type`);
    },
  );

  test('of a browser may lack its session only as the page allows', () => {
    const sources = (has: boolean) =>
      new Set(
        many(record(dialect))
          .filter((r) => 'session' in r === has)
          .map((r) => r.event_source),
      );
    expect([...sources(true)].toSorted()).toEqual(dialect === 'deployed' ? ['browser'] : EVENT_SOURCES);
    expect([...sources(false)].toSorted()).toEqual(
      { documented: EVENT_SOURCES, deployed: ['server'], current: [] }[dialect],
    );
  });
});

test('texts hold what writers and readers stumble over', () => {
  const texts = many(anyText).join('\0');
  for (const mark of ['"', '\\', '\u0000', '\n', '\u007f', '\u2028', '\ufeff', '😀', '\u{10ffff}'])
    expect(texts).toContain(mark);
  for (const script of ['Latin', 'Cyrillic', 'Arabic', 'Han', 'Devanagari'])
    expect(texts).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  expect(texts).toMatch(/\p{Surrogate}/u);
  expect(many(wellFormedText).join('\0')).not.toMatch(/\p{Surrogate}/u);
});

test('keys are now and then those that JavaScript’s objects have', () => {
  expect(many(anyKey)).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'toString', 'length', '', '0']));
});

test('inputs of a form name themselves so, with lists for several values', () => {
  const inputs = many(formInputs).flatMap((form) => Object.entries(form));
  for (const [key, value] of inputs) {
    expect(key).toMatch(/^input_/);
    expect(Array.isArray(value)).toBe(key.endsWith('[]') || (value.length > 1 && typeof value !== 'string'));
  }
});

test('only tests and the conformance kit import fast-check and the arbitraries, and only tests the oracle of schemas', () => {
  const root = new URL('../../', import.meta.url);
  const published = ['src', 'generators', 'bin'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /(?<!\.test|\.bench)\.ts$/.test(file)),
  );
  expect(published.length).toBeGreaterThan(50);
  const importers = published.filter((file) =>
    /^import [^;]*'([^']*fast-check[^']*|ajv[^']*|[^']*conformance\/inputs\/[^']*|[^']*schema-oracle\.ts)'/m.test(
      readFileSync(new URL(file, root), 'utf8'),
    ),
  );
  expect(importers).toEqual([]);
  const kit = readdirSync(new URL('conformance', root), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  expect(
    kit.filter((file) =>
      /'(ajv|[^']*schema-oracle\.ts)/.test(readFileSync(new URL(`conformance/${file}`, root), 'utf8')),
    ),
  ).toEqual([]);
});
