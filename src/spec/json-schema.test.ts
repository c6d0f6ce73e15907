import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { DIALECTS } from './dialect.ts';
import { eventTypeId, eventTypesOf } from './event-types.ts';
import { jsonSchema } from './json-schema.ts';
import { RULES } from './rules.ts';

const schema = jsonSchema();
const definitions = schema['$defs'] as Record<string, unknown>;

test('is a draft 2020-12 schema in which ajv’s strict mode finds nothing odd', () => {
  const ajv = new Ajv2020({ strict: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

test('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(schema))).toStrictEqual(schema);
});

test('holds each dialect, each event type of it, and each payload', () => {
  const expected = DIALECTS.flatMap((dialect) => [
    dialect,
    ...eventTypesOf(dialect).flatMap((type) => {
      const key = `${dialect}/${eventTypeId(type)}`;
      return type.shape.encoding === 'empty' ? [key] : [key, `${key}/event`];
    }),
  ]);
  expect(Object.keys(definitions)).toEqual(expected);
});

test('leads to a definition with each reference', () => {
  const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, key]) => key!);
  expect(references.length).toBeGreaterThan(0);
  for (const key of references) expect(definitions).toHaveProperty([key.replaceAll('~1', '/').replaceAll('~0', '~')]);
});

test('has nothing of our own but comments that name rules', () => {
  const text = JSON.stringify(schema);
  for (const own of ['"rule":', '"expected":', '"encoded":']) expect(text).not.toContain(own);
  const named = [...text.matchAll(/"\$comment":"rule ([a-z0-9-]+):/g)].map(([, id]) => id!);
  expect(new Set(named).size).toBeGreaterThan(10);
  for (const id of named) expect(RULES).toHaveProperty([id]);
});

test('lets only session and the player’s fields be absent', () => {
  const required = (key: string) => (definitions[key] as { required: string[] }).required;
  const documented = ['username', 'time', 'ip', 'agent', 'page', 'event_source', 'event_type', 'event'];
  expect(required('documented/browser/book')).toEqual(documented);
  expect(required('deployed/server/request').toSorted()).toEqual([...documented, 'host'].toSorted());
  expect(required('deployed/browser/book').toSorted()).toEqual([...documented, 'host', 'session'].toSorted());
  expect(required('documented/browser/play_video/event')).toEqual(['id', 'code', 'currentTime', 'speed']);
  expect(required('deployed/browser/play_video/event')).toEqual(['id']);
  expect(required('deployed/server/save_problem_fail/event')).toEqual(['state', 'problem_id', 'answers']);
});
