/** What the files in presets/ say. Plain data: the package holds it parsed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { PRESETS, type PresetName } from './preset-names.ts';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('edxgen/package.json')), 'presets');

export const PRESET_FILES = Object.fromEntries(
  PRESETS.map((name) => [name, parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')) as unknown]),
) as Readonly<Record<PresetName, { readonly [key: string]: unknown }>>;
