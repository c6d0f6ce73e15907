import fc from 'fast-check';
import type { KnownEventType } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { linesFrom, type LogLine } from '../inputs/log-line.ts';
import type { TrialProperty } from './property.ts';

/** Short keys that resemble each other, and values that are often empty. */
const values = {
  ...LOG_LIKE,
  input: fc.constantFrom('2_1', '2_2', '2_1_a', '2.1', '2 1', '', '2_1[]', '\u00e9'),
  formText: fc.constantFrom('a', 'b', '', '0'),
};
/** A form that shows the point: without it, a parser that reads no form at all would be told of its plainest one. */
const hasList = ({ record }: LogLine): boolean => Object.values(record.event as object).some(Array.isArray);
const isForm = ({ shape }: KnownEventType) => shape.encoding.startsWith('form');

export const formKeys: TrialProperty = {
  id: 'form-keys',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement: 'Keys that repeat or end in [] give lists, in order; empty values stay.',
  source: 'format: Browser events',
  trials: (dialect) =>
    listOf(linesFrom(values, dialect, isForm).filter(hasList), 1, 2).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['event'] })),
        ),
      ],
    })),
};
