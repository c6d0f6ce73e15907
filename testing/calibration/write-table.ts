/** Writes what a run measures into docs/realism.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { observe } from './observe.ts';
import { tableOf } from './table.ts';
import { withPart } from '../marked-part.ts';

const document = new URL('../../../docs/realism.md', import.meta.url);
writeFileSync(document, withPart(readFileSync(document, 'utf8'), 'figures', 'npm run realism', tableOf(observe())));
