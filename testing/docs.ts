/** The tables of the docs that follow from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { propertyTable } from '../conformance/properties/table.ts';
import { referenceTables } from '../generators/faults/list.ts';
import { incidentTables } from '../generators/incidents/list.ts';
import { boundsTable } from '../src/base/bounds.ts';
import { referenceTable, ruleTable } from '../src/spec/reference.ts';
import { withPart } from './marked-part.ts';

const COMMAND = 'npm run docs';

/** By page and by name. */
const TABLES: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/format.md': { rules: ruleTable, 'event types': referenceTable },
  'docs/faults.md': { operators: referenceTables },
  'docs/incidents.md': { incidents: incidentTables },
  'docs/conformance.md': { properties: propertyTable },
  'SECURITY.md': { bounds: boundsTable },
};

/** Every page with such tables, as it stands in the checkout and as it should. */
export const pagesWithTables = (
  checkout: URL,
): { readonly url: URL; readonly is: string; readonly shouldBe: string }[] =>
  Object.entries(TABLES).map(([page, tables]) => {
    const url = new URL(page, checkout);
    const is = readFileSync(url, 'utf8');
    const shouldBe = Object.entries(tables).reduce((text, [name, table]) => withPart(text, name, COMMAND, table()), is);
    return { url, is, shouldBe };
  });

/** Writes the tables into their pages. */
export function writeDocs(checkout: URL): void {
  for (const { url, shouldBe } of pagesWithTables(checkout)) writeFileSync(url, shouldBe);
}
