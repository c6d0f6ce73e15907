/** Tries a right parser in the same process: of a version whose conformance kit stands at the address given, with the properties given. */
import type * as Kit from '../../conformance/index.ts';
import { ReferenceParser } from '../mutants/reference-parser.ts';

const [kit, ...only] = process.argv.slice(2);
const { conformance } = (await import(kit!)) as typeof Kit;
const { conforms } = await conformance(
  Object.assign(new ReferenceParser(), { dialects: ['documented', 'deployed'] as const }),
  { only, examples: false },
);
if (!conforms) throw new Error('the right parser does not conform');
