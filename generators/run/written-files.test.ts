import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFile, FILE_KINDS, fileSchema } from './written-files.ts';

const example = (kind: string): string => fileURLToPath(new URL(`../../examples/${kind}.yaml`, import.meta.url));

describe.each(FILE_KINDS)('%s', (kind) => {
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    fileSchema(kind),
  );

  test('its example is known for what it is, and has no mistakes', () => expect(checkFile(example(kind))).toBe(kind));

  test('its schema takes the example, and no unknown key', () => {
    const content = parse(readFileSync(example(kind), 'utf8')) as object;
    expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...content, colour: 'red' })).toBe(false);
  });
});

test('a preset is a behaviour too', () =>
  expect(checkFile(fileURLToPath(new URL('../../presets/campus.yaml', import.meta.url)))).toBe('behaviour'));
