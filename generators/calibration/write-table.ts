/** Writes what a run measures into docs/realism.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { observe } from './observe.ts';
import { inDocument, tableOf } from './table.ts';

const document = new URL('../../../docs/realism.md', import.meta.url);
writeFileSync(document, inDocument(readFileSync(document, 'utf8'), tableOf(observe())));
