import { archiveMutants } from './archives.ts';
import { eventTypeMutants } from './event-types.ts';
import { fieldMutants } from './fields.ts';
import { formMutants } from './forms.ts';
import { jsonMutants } from './json.ts';
import { lineMutants } from './lines.ts';
import { memoryMutants } from './memory.ts';
import type { Mutant } from './mutant.ts';
import { payloadMutants } from './payloads.ts';
import { problemMutants } from './problems.ts';
import { robustnessMutants } from './robustness.ts';
import { slowMutants } from './slow.ts';
import { textMutants } from './texts.ts';
import { timeMutants } from './times.ts';

/** All sick parsers, by the step that they do wrong. */
export const MUTANTS: readonly Mutant[] = [
  ...lineMutants,
  ...textMutants,
  ...jsonMutants,
  ...memoryMutants,
  ...fieldMutants,
  ...timeMutants,
  ...eventTypeMutants,
  ...payloadMutants,
  ...problemMutants,
  ...formMutants,
  ...archiveMutants,
  ...robustnessMutants,
  ...slowMutants,
];
