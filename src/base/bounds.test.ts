import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BOUNDS } from './bounds.ts';
import { grouped } from './format-number.ts';
import { RULES } from '../spec/index.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

test('the rule about lines tells the same numbers', () => {
  const { statement } = RULES['line-bounds'];
  for (const { most } of [BOUNDS.depth, BOUNDS.values]) expect(statement).toContain(grouped(most));
});

test('SECURITY.md is linked, and goes with the package', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md']) expect(read(page)).toContain('](SECURITY.md)');
  expect((JSON.parse(read('package.json')) as { files: string[] }).files).toContain('SECURITY.md');
});
