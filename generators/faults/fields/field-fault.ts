import type { Stream } from '../../../src/base/random/index.ts';
import type { Json } from '../../../src/line/record.ts';
import type { FieldName } from '../../../src/spec/index.ts';
import type { CleanLine } from '../clean-line.ts';
import { ifFits } from '../ensure.ts';
import type { FaultInfo, LineFault } from '../fault.ts';

/** An operator that gives a field another value, where it has a text. */
export function fieldFault(
  info: Omit<FaultInfo, 'level'>,
  field: FieldName,
  change: (value: string, random: Stream, line: CleanLine) => Json | undefined,
): LineFault {
  const start = `"${field}": "`;
  return {
    scope: 'line',
    level: 'fields',
    ...info,
    break(line, random) {
      if (!line.text.includes(start)) return undefined;
      const value = line.fields?.[field];
      const changed = typeof value === 'string' ? change(value, random, line) : undefined;
      return changed === undefined ? undefined : ifFits(line.with(field, changed), line.dialect);
    },
  };
}
