import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { PRESETS } from './preset-names.ts';
import { checkShape } from '../../src/base/user-files/check-shape.ts';
import { FileError } from '../../src/base/user-files/read-file.ts';
import { behaviourSchema } from './behaviour.ts';
import { loadBehaviour } from './load-behaviour.ts';
import { loadPreset } from './presets.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'mine.yaml');

function load(content: string) {
  writeFileSync(file, content);
  return loadBehaviour(file);
}

function messageAbout(content: string): string {
  try {
    load(content);
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    return (error as Error).message.replaceAll(`${folder}/`, '');
  }
  throw new Error('no error');
}

describe('presets', () => {
  test.each(PRESETS)('%s is a whole behaviour', (name) => {
    const behaviour = loadPreset(name);
    expect(checkShape(behaviourSchema, behaviour)).toEqual([]);
    expect(Value.Check(behaviourSchema, behaviour)).toBe(true);
  });

  test.each(PRESETS)('%s can be copied and used as a file', (name) => {
    expect(loadBehaviour(fileURLToPath(new URL(`../../presets/${name}.yaml`, import.meta.url)))).toEqual(
      loadPreset(name),
    );
  });

  test('a preset that is changed leaves the next one alone', () => {
    const { video } = loadPreset('mooc-2012');
    Object.assign(video, { atSitting: 0 });
    expect(loadPreset('mooc-2012').video).not.toEqual(video);
  });

  test('the others differ from mooc-2012 in what they say, and in nothing else', () => {
    const { kinds, dwell, countries } = loadPreset('campus');
    const mooc = loadPreset('mooc-2012');
    expect(dwell).toEqual(mooc.dwell);
    expect(kinds.visitor).toEqual({ ...mooc.kinds.visitor, share: 0.02 });
    expect(countries).toHaveLength(1);
  });
});

test('a file says what differs; its preset is mooc-2012 unless it names another', () => {
  const mooc = loadPreset('mooc-2012');
  const mine = load('kinds:\n  completer: {share: 0.3}\ncalendar: {sameDay: 0}\n');
  expect(mine).toEqual({
    ...mooc,
    kinds: { ...mooc.kinds, completer: { ...mooc.kinds.completer, share: 0.3 } },
    calendar: { ...mooc.calendar, sameDay: 0 },
  });
  expect(load('{"preset": "campus"}')).toEqual(loadPreset('campus'));
});

test('the example is a behaviour', () => {
  const example = loadBehaviour(fileURLToPath(new URL('../../examples/behaviour.yaml', import.meta.url)));
  expect(example.kinds.completer).toMatchObject({ share: 0.4, nextDay: 0.5 });
});

test.each([
  [
    'a misspelt key',
    'kinds:\n  sampler: {shar: 0.3}\n',
    'mine.yaml:2: kinds.sampler.shar: unknown key, did you mean share? allowed here: share,',
  ],
  [
    'a kind that does not exist',
    'kinds:\n  samplers: {share: 1}\n',
    'mine.yaml:2: kinds.samplers: unknown key, did you mean sampler? allowed here: sampler, disengager,',
  ],
  [
    'no number',
    'calendar: {sameDay: often}\n',
    'mine.yaml:1: calendar.sameDay: expected chance of one more sitting on the same day, a number from 0 to 1, got "often"',
  ],
  [
    'a chance above one',
    '\nbook: {opens: 5}\n',
    'mine.yaml:2: book.opens: expected chance to open the book, a number from 0 to 1, got 5',
  ],
  [
    'an unknown preset',
    'preset: mooc\n',
    'mine.yaml:1: preset: expected a preset: mooc-2012, small-class, campus, got "mooc"',
  ],
  [
    'an hour too few',
    'calendar: {weekdays: [1, 1]}\n',
    'mine.yaml:1: calendar.weekdays: expected a list of 7 weights, one for each day from Monday on, got a list',
  ],
  [
    'nobody',
    'kinds: {sampler: {share: 0}, disengager: {share: 0}, auditor: {share: 0}, completer: {share: 0}, visitor: {share: 0}, staff: {share: 0}}\n',
    'mine.yaml:1: kinds: expected at least one share above zero, got only zeros',
  ],
  [
    'bounds the wrong way round',
    'course: {postSentences: {low: 9, high: 2}}\n',
    'mine.yaml:1: course.postSentences: expected low to be no more than high (2), got 9',
  ],
  [
    'a country without a zone',
    'countries:\n  - {code: US, share: 1, names: en, registry: arin, zones: []}\n',
    'mine.yaml:2: countries[0].zones: expected a list of at least one time zone, got an empty list',
  ],
  [
    'a language without names',
    'countries: [{code: US, share: 1, names: tlh, registry: arin, zones: [{hours: 0, share: 1}]}]\n',
    'mine.yaml:1: countries[0].names: expected the language of names: en,',
  ],
  ['not YAML', 'kinds: {sampler\n', 'mine.yaml:2: not valid YAML or JSON:'],
  ['a list', '- 1\n', 'mine.yaml:1: expected a behaviour: a mapping with what differs from a preset, got a list'],
  ['nothing', '', 'mine.yaml:1: expected a behaviour: a mapping with what differs from a preset, got nothing'],
])('%s', (_, content, message) => expect(messageAbout(content)).toContain(message));
