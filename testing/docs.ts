/** The tables of the docs that follow from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { propertyTable } from '../conformance/properties/table.ts';
import { referenceTables } from '../generators/faults/list.ts';
import { boundsTable } from '../src/base/bounds.ts';
import { referenceTable } from '../src/spec/reference.ts';
import { withPart } from './marked-part.ts';

const COMMAND = 'npm run docs';

const PARTS = [
  { page: 'README.md', name: 'event types', table: referenceTable },
  { page: 'docs/faults.md', name: 'operators', table: referenceTables },
  { page: 'SECURITY.md', name: 'bounds', table: boundsTable },
  { page: 'docs/conformance.md', name: 'properties', table: propertyTable },
] as const;

/** Every page with such tables, as it stands in the checkout and as it should. */
export const pagesWithTables = (
  checkout: URL,
): { readonly url: URL; readonly is: string; readonly shouldBe: string }[] =>
  PARTS.map(({ page, name, table }) => {
    const url = new URL(page, checkout);
    const is = readFileSync(url, 'utf8');
    return { url, is, shouldBe: withPart(is, name, COMMAND, table()) };
  });

/** Writes the tables into their pages. */
export function writeDocs(checkout: URL): void {
  for (const { url, shouldBe } of pagesWithTables(checkout)) writeFileSync(url, shouldBe);
}
