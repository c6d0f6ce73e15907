import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect } from 'vitest';
import { record } from '../../conformance/inputs/payload.ts';
import {
  DIALECTS,
  eventTypeId,
  eventTypesOf,
  jsonSchema,
  REQUEST_CUT,
  type JsonSchema,
  type KnownEventType,
  type RuleId,
} from '../spec/index.ts';
import { schemaOracle } from '../../testing/schema-oracle.ts';
import { encodeLine } from './encode.ts';
import { dumps } from './dumps.ts';
import type { Json } from './record.ts';
import { recognize } from './recognize.ts';
import { validateLine } from './validate.ts';

const kinds = DIALECTS.flatMap((dialect) =>
  eventTypesOf(dialect).map((type) => ({ dialect, type, id: eventTypeId(type) })),
);

/** The schema without its "string/json" alternatives: to ajv any string would do, and no mutation here encodes anything legal. */
const decoded = JSON.parse(JSON.stringify(jsonSchema()), (_, node: { anyOf?: { description?: string }[] } | null) =>
  node?.anyOf?.[1]?.description === 'the same, encoded' ? node.anyOf[0] : node,
) as JsonSchema;
const accepts = schemaOracle(decoded);

/** What no schema says: validateLine's alone. */
const BETWEEN_PARTS = new Set<RuleId>(['success-map', 'answer-keys', 'attempts-state', 'tab-fields', 'course-block']);
/** Of current lines: what their fields have to do with each other, and with a form in a list. No schema has all of it. */
const BETWEEN_FIELDS = new Set<RuleId>(['event-name', 'event-form', 'context-keys', 'context-path', 'context-course']);

const LONG = JSON.stringify({ POST: { a: ['x'.repeat(600)] }, GET: {} });
const mutation = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown[]>(
    null,
    true,
    0,
    1,
    -1,
    1.5,
    1e300,
    '',
    'nonsense',
    '1',
    '01',
    'correct',
    '{',
    '[]',
    LONG,
    [],
    [1],
    ['a', 1],
    {},
    { a: 1 },
  ),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => typeof value !== 'string'),
);

type Member = readonly [holder: Record<string, unknown>, key: string, path: string];

function membersIn(value: unknown, path: string): Member[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => {
    const here = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [[holder, key, here] as const, ...membersIn(holder[key], here)];
  });
}

/** A line changed at one place, in the line itself or in what its event encodes; undefined drops the place. */
function mutate(text: string, { shape: { encoding } }: KnownEventType, index: number, value: unknown) {
  const line = JSON.parse(text) as Record<string, unknown>;
  const encodes =
    encoding === 'json' ||
    encoding === 'dumped' ||
    // What is cut may end like something whole.
    (encoding === 'request' && (line['event'] as string).length < REQUEST_CUT);
  const payload: unknown = encodes ? JSON.parse(line['event'] as string) : undefined;
  const members = [...membersIn(line, ''), ...membersIn(payload, '/event')];
  const [holder, key, path] = members[index % members.length]!;
  if (value === undefined && !Array.isArray(holder)) delete holder[key];
  else
    Object.defineProperty(holder, key, { value: value ?? null, enumerable: true, configurable: true, writable: true });
  if (encodes && path.startsWith('/event/')) line['event'] = JSON.stringify(payload);
  return { line, path };
}

describe.each(kinds)('$dialect $id, changed at one place', ({ dialect, type }) => {
  forAll([record(dialect, type), fc.nat(), mutation], { numRuns: dialect === 'current' ? 25 : 35 })(
    'is wrong exactly when ajv says so, and at that place',
    (given, index, value) => {
      const text = encodeLine(given, dialect);
      fc.pre(text.endsWith('}'));
      const { line, path } = mutate(text, type, index, value);
      const findings = validateLine(JSON.stringify(line), dialect).filter(({ rule }) => !BETWEEN_PARTS.has(rule));
      const isRight = accepts(line, dialect, type);
      if (dialect === 'current' && isRight) {
        for (const { rule } of findings) expect(BETWEEN_FIELDS).toContain(rule);
        return;
      }
      expect(findings.length === 0, JSON.stringify(findings)).toBe(isRight);
      // Spelled as the platform does, so that it is recognized where it conforms.
      const spelled = dumps(line as { [key: string]: Json });
      if (recognize(spelled, dialect)) expect(validateLine(spelled, dialect)).toEqual([]);
      const placed = findings.filter(({ rule }) => rule !== 'event-cut');
      for (const finding of placed) expect(`${finding.path}/`, JSON.stringify(finding)).toContain(`${path}/`);
      for (const { message } of findings) expect(message).toMatch(/^expected .+/);
    },
  );
});
