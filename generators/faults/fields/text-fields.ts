import type { FieldName } from '../../../src/spec/index.ts';
import type { CleanLine } from '../clean-line.ts';

/** The fields that hold text and must: all but event, whose type is its event type's affair, and a page that is null. */
export const textFields = (line: CleanLine): FieldName[] =>
  Object.entries(line.fields ?? {}).flatMap(([name, value]) =>
    name !== 'event' && typeof value === 'string' ? [name as FieldName] : [],
  );
