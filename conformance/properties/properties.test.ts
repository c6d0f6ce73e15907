import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIALECTS, EVENT_TYPES } from '../../src/spec/index.ts';
import { parseLine, validateLine } from '../../src/line/index.ts';
import { joined, linesOf } from '../subjects/lines.ts';
import type { Parser } from '../subjects/parser.ts';
import { isMeasured, type TrialProperty } from './property.ts';
import { conformance } from '../conformance.ts';
import type { ExpectedLine, ParseCommand } from '../subjects/trial.ts';
import { packTrial } from '../runner/stored-trial.ts';
import { ReferenceParser } from '../../testing/mutants/reference-parser.ts';
import { PROPERTIES } from './index.ts';
import { payloadProperty } from './payloads.ts';

const drawn = PROPERTIES.filter((property): property is TrialProperty => !isMeasured(property));

test('ids are unique, and statements are sentences', () => {
  const ids = PROPERTIES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, statement, source } of PROPERTIES) {
    expect(id).toMatch(/^[a-z0-9]+([-_][a-z0-9]+)*$/);
    expect(statement, id).toMatch(/^([A-Z]|correct_map).*[^.]\.$/s);
    expect(source, id).not.toBe('');
  }
});

test('every event type has its property', () => {
  const wanted = EVENT_TYPES.map(payloadProperty);
  expect(PROPERTIES.filter(({ id }) => wanted.includes(id))).toHaveLength(wanted.length);
});

test.each(drawn.filter(({ costly }) => !costly).map((property) => [property.id, property] as const))(
  '%s: the same seed gives the same trials, and they are data',
  (_, property) => {
    for (const dialect of property.dialects ?? DIALECTS) {
      const draw = () =>
        fc
          .sample(property.trials(dialect), { seed: 3, numRuns: 2 })
          .map((trial) => JSON.stringify(packTrial({ property: property.id, dialect, trial })));
      expect(draw()).toEqual(draw());
    }
  },
);

const isLog = ({ depth, costly }: TrialProperty): boolean => depth !== 'archive' && depth !== 'strict' && !costly;

test.each(drawn.filter(isLog).map((property) => [property.id, property] as const))(
  '%s: only lines that conform must be accepted',
  (_, property) => {
    for (const dialect of property.dialects ?? DIALECTS) {
      for (const { steps } of fc.sample(property.trials(dialect), { seed: 5, numRuns: 5 })) {
        for (const { command, expected } of steps) {
          const texts = linesOf((command as ParseCommand).chunks).map((line) => line.toString().replace(/^\ufeff/, ''));
          const { lines } = expected as { lines: readonly ExpectedLine[] };
          expect(texts).toHaveLength(lines.length);
          expect(
            texts.flatMap((text, i) => (lines[i]!.verdict === 'accept' ? validateLine(text, dialect) : [])),
          ).toEqual([]);
        }
      }
    }
  },
);

describe('a right parser', () => {
  for (const { name, skipped, run } of conformance.cases(new ReferenceParser(), {
    examples: false,
    runs: 10,
    seed: 'cases',
    only: PROPERTIES.filter(({ depth }) => depth !== 'strict').map(({ id }) => id),
  }))
    (skipped === undefined ? test : test.skip)(name, run);
});

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A strict parser: the project's own validator. */
const strict: Parser = {
  name: 'strict',
  level: 'payload',
  dialects: DIALECTS,
  strict: DIALECTS,
  parse: (chunks, { dialect }) =>
    linesOf([joined(chunks)]).map((bytes) => {
      try {
        const text = utf8.decode(bytes);
        const [finding] = validateLine(text, dialect);
        return finding ? { ok: false, error: finding.message } : { ok: true, record: parseLine(text, dialect) };
      } catch (error) {
        return { ok: false, error: String(error) };
      }
    }),
};

test('a strict parser has every strict property', async () => {
  const { results } = await conformance(strict, { runs: 4, only: ['strict-*'], examples: false, seed: 'strict' });
  expect(
    results
      .filter(({ status }) => status !== 'passed')
      .map(({ property, failure }) => [property.id, failure?.mismatch.message]),
  ).toEqual([]);
  expect(results.length).toBeGreaterThan(100);
});

test('a parser that only claims to be strict lacks them', async () => {
  const { results } = await conformance(new ReferenceParser(), {
    runs: 4,
    only: ['strict-*'],
    strict: true,
    examples: false,
    dialects: ['documented'],
  });
  const failed = results.filter(({ status }) => status === 'failed');
  expect(failed.length).toBeGreaterThan(30);
  expect(new Set(failed.map(({ failure }) => failure!.mismatch.kind))).toEqual(new Set(['accepted']));
});
