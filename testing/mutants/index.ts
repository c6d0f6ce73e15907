import { archiveMutants } from './kinds/archives.ts';
import { eventTypeMutants } from './kinds/event-types.ts';
import { fieldMutants } from './kinds/fields.ts';
import { formMutants } from './kinds/forms.ts';
import { jsonMutants } from './kinds/json.ts';
import { lineMutants } from './kinds/lines.ts';
import { memoryMutants } from './kinds/memory.ts';
import type { Mutant } from './kinds/mutant.ts';
import { payloadMutants } from './kinds/payloads.ts';
import { problemMutants } from './kinds/problems.ts';
import { robustnessMutants } from './kinds/robustness.ts';
import { slowMutants } from './kinds/slow.ts';
import { textMutants } from './kinds/texts.ts';
import { timeMutants } from './kinds/times.ts';

/** All mutants, by the step that they do wrong. */
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
