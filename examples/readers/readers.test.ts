import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ParserSubject } from '../../conformance/subjects/in-process/parser-subject.ts';
import { PROPERTIES } from '../../conformance/properties/index.ts';
import { run } from '../../conformance/runner/run.ts';
import { READERS } from './index.ts';

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/readers.md', import.meta.url)), 'utf8');

/** Measured properties tell of the machine too; the bench shows what the page says of them. */
const MEASURED = ['linear-time', 'memory'];
const TIMEOUT = 5000;
/** What should fail and has not is tried with another. */
const SEEDS = ['1', '2', '3'];

/** Trials of each property and seed: a quarter of them shows all that fails with any few seeds. */
const RUNS = 40;

const isProperty = (id: string): boolean => PROPERTIES.some((property) => property.id === id);

/** What the page says of a reader: those that fail with any few seeds have an item of their own. */
function page(name: string): { always: string[]; ever: string[] } {
  const [, section = ''] = PAGE.split(`\n## ${name}\n`);
  const [text = ''] = section.split('\n## ');
  const ids = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, id]) => id!).filter((id) => isProperty(id));
  return { always: ids(/^- `([a-z0-9-]+)`/gm), ever: ids(/`([a-z0-9-]+)`/g) };
}

describe.each(READERS.map((parser) => ({ name: parser.name, parser })))('$name', ({ name, parser }) => {
  const { always, ever } = page(name);

  test('fails what docs/readers.md says', async () => {
    const failed = new Set<string>();
    const missing = () => always.filter((id) => !failed.has(id) && !MEASURED.includes(id));
    for (const seed of SEEDS) {
      if (failed.size > 0 && missing().length === 0) break;
      const { results } = await run(new ParserSubject(parser, TIMEOUT), {
        seed,
        runs: RUNS,
        skip: MEASURED,
        ...(failed.size > 0 && { only: missing() }),
        effort: 0,
      });
      for (const { status, property } of results) if (status === 'failed') failed.add(property.id);
    }
    expect([...failed].filter((id) => !ever.includes(id))).toEqual([]);
    expect(missing()).toEqual([]);
  });

  test('is counted right in the table', () => {
    const row = PAGE.split('\n').find((line) => line.startsWith('| ') && line.includes(name));
    expect(row).toMatch(new RegExp(`\\| ${always.length} \\|$`));
  });
});
