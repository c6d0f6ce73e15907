import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { LINE_FAULTS } from '../../generators/faults/index.ts';
import { tryJson } from '../../src/line/decode.ts';
import { parseLine, validateLine } from '../../src/line/index.ts';
import {
  DIALECTS,
  EARLY_DIALECTS,
  EVENT_TYPES,
  eventTypeId,
  eventTypeOf,
  eventTypesOf,
  fieldOrder,
  RULES,
  type RuleId,
} from '../../src/spec/index.ts';
import { fieldsOf } from '../../src/spec/fields.ts';
import { brokenLine, cutLine, nonJson, nonObject } from './broken-line.ts';
import { listOf } from './list.ts';
import { logFile } from './log-file.ts';
import { logLine } from './log-line.ts';
import { malformedLine } from './malformed-line.ts';
import { SAMPLES } from './samples.ts';
import { serverTar } from './server-tar.ts';
import { PLAIN, reorder, spell, type Spelling } from './spelling.ts';

const many = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 1500): T[] => fc.sample(arbitrary, { seed: 1, numRuns });

/** What lines shrink to, and how long those are at most. */
const SIMPLEST = {
  documented: { types: ['page_close'], most: 320 },
  deployed: { types: ['page_close', 'show_answer', '/heartbeat'], most: 320 },
  current: {
    types: ['page_close', 'edx.course.enrollment.activated', 'openassessmentblock.save_submission'],
    most: 900,
  },
};

describe.each(DIALECTS)('%s lines', (dialect) => {
  const lines = many(logLine(dialect));

  test('conform, and mean what they say they mean', () => {
    for (const { text, record, fields } of lines) {
      expect(validateLine(text, dialect)).toEqual([]);
      expect(parseLine(text, dialect)).toEqual(JSON.parse(JSON.stringify(record)));
      expect(fields).toEqual(JSON.parse(text));
    }
  });

  test('are of every event type, and hold every field', () => {
    const types = new Set(
      lines.map(({ record }) => eventTypeId(eventTypeOf(dialect, record.event_source, record.event_type)!)),
    );
    expect([...types].toSorted()).toEqual(eventTypesOf(dialect).map(eventTypeId).toSorted());
    const fields = new Set(lines.flatMap((line) => Object.keys(line.fields)));
    expect([...fields].toSorted()).toEqual(
      [...new Set([...fieldOrder(dialect, 'browser'), ...fieldOrder(dialect, 'server')])].toSorted(),
    );
  });

  test('look like a log: most of their texts are short, and of what real logs hold', () => {
    const lengths = lines.map(({ text }) => text.length).toSorted((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThan(dialect === 'current' ? 1000 : 700);
    expect(lengths.at(-1)).toBeLessThan(10_000);
  });

  test('shrink to one line of the simplest type with the shortest fields', () => {
    const found = [1, 2, 3, 4, 5].flatMap((seed) => {
      const { counterexample } = fc.check(
        fc.property(listOf(logLine(dialect), 1, 6), (log) => log.every(({ record }) => record.agent.length < 3)),
        { seed },
      );
      return counterexample![0];
    });
    expect(found).toHaveLength(5);
    const { types, most } = SIMPLEST[dialect];
    for (const { record, text } of found) {
      expect(types).toContain(record.event_type);
      expect(text.length).toBeLessThan(most);
    }
  });

  test('that are broken are no records, and say how', () => {
    expect(many(cutLine(dialect)).filter((text) => tryJson(text) !== undefined)).toEqual([]);
    expect(many(nonJson(dialect)).filter((text) => tryJson(text) !== undefined)).toEqual([]);
    for (const text of many(nonObject(dialect)))
      expect(() => parseLine(text, dialect)).toThrow('expected a JSON object');
    expect(many(brokenLine(dialect)).filter((text) => text === '' || text.includes('\n'))).toEqual([]);
  });

  test('that operators broke break the operator’s rule, and every operator occurs', () => {
    const met = new Set<string>();
    for (const { fault, bytes } of many(malformedLine(dialect), dialect === 'current' ? 3000 : 6000)) {
      met.add(fault.id);
      if (fault.rule === 'line-utf8' || bytes.includes('\n')) continue;
      const rules: readonly RuleId[] = validateLine(bytes.toString('utf8'), dialect).map(({ rule }) => rule);
      expect(rules, `${fault.id}: ${bytes.toString()}`).toContain(fault.rule);
    }
    const acting = LINE_FAULTS.filter(
      ({ verdict, onlyNamed, adds, dialects = DIALECTS }) =>
        verdict === 'reject' && !onlyNamed && !adds && dialects.includes(dialect),
    );
    expect([...met].toSorted()).toEqual(acting.map(({ id }) => id).toSorted());
  });
});

test('a property of one’s own may ask for one event type, or one operator', () => {
  const [type] = EVENT_TYPES;
  expect(new Set(many(logLine('documented', [type!]), 20).map(({ record }) => record.event_type))).toEqual(
    new Set([type!.name]),
  );
  expect(new Set(many(malformedLine('documented', ['comma-missing']), 20).map(({ fault }) => fault.id))).toEqual(
    new Set(['comma-missing']),
  );
  expect(() => malformedLine('documented', ['no-such'])).toThrow('no operator that is named breaks a documented line');
});

test('samples conform to the rules that they are samples of', () => {
  const schemas = EARLY_DIALECTS.flatMap((dialect) =>
    eventTypesOf(dialect).flatMap((type) => [
      ...Object.values(fieldsOf(type, type.shape, dialect)),
      type.shape.payload,
    ]),
  );
  const patterns = new Map<string, Set<string>>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { rule, pattern } = node as { rule?: string; pattern?: string };
    if (rule !== undefined && pattern !== undefined) patterns.set(rule, (patterns.get(rule) ?? new Set()).add(pattern));
    Object.values(node).forEach(walk);
  };
  walk(schemas);
  for (const [rule, samples] of Object.entries(SAMPLES)) {
    expect(Object.keys(RULES)).toContain(rule);
    for (const sample of samples)
      expect(
        [...patterns.get(rule)!].some((pattern) => new RegExp(pattern, 'u').test(sample)),
        sample,
      ).toBe(true);
  }
});

test('a list shrinks to any of its items, the last ones too', () => {
  const { counterexample } = fc.check(
    fc.property(listOf(fc.nat(9), 1, 9), (items) => !items.includes(7)),
    { seed: 1, numRuns: 1000 },
  );
  expect(counterexample).toEqual([[7]]);
  expect(new Set(many(listOf(fc.nat(1), 2, 4)).map(({ length }) => length))).toEqual(new Set([2, 3, 4]));
});

test('spellings mean the same', () => {
  const escaped = fc.constantFrom<Spelling['escaped'][]>(
    'raw',
    'none',
    'non-ascii',
    'slashes',
    'all',
    'all, upper case',
  );
  fc.assert(
    fc.property(
      logLine('documented'),
      fc.constantFrom('', ' ', '\t\r'),
      escaped,
      fc.array(fc.nat(9)),
      ({ fields }, gap, how, order) => {
        expect(JSON.parse(spell(reorder(fields, order), { gap, escaped: how }))).toEqual(fields);
      },
    ),
  );
  expect(spell('/\u2028\u00e9', PLAIN)).toBe('"/\\u2028\u00e9"');
});

test('a server’s archive is one that tar and gzip read', () => {
  const folder = temporaryFolder();
  for (const [i, { bytes, files }] of many(serverTar('documented'), 12).entries()) {
    const path = join(folder, `${i}.tar`);
    writeFileSync(path, bytes);
    for (const file of files) {
      const log = execFileSync('sh', ['-c', `tar -xOf ${path} ${file.server}/${file.name} | gzip -d`]);
      expect(log).toEqual(file.bytes);
    }
  }
});

test('a log is its lines, each with a newline', () => {
  for (const { lines, bytes } of many(logFile('deployed', 1, 3), 50))
    expect(bytes.toString()).toBe(lines.map(({ text }) => `${text}\n`).join(''));
});
