/** Writes what a run measures into docs/realism.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { observe } from './observe.ts';
import { tableOf } from './table.ts';
import { withPart } from '../marked-part.ts';

const document = new URL('../../../docs/realism.md', import.meta.url);
const observed = observe();
const table = tableOf(({ measure }) => measure(observed));
writeFileSync(document, withPart(readFileSync(document, 'utf8'), 'figures', 'npm run realism', table));
