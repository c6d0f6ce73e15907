import type { Stream } from '../../../src/base/random/index.ts';
import type { Json } from '../../../src/line/record.ts';
import type { FieldName } from '../../../src/spec/index.ts';
import type { ValidLine } from '../valid-line.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults, type LineFault, type Row, type Shared } from '../fault.ts';

/** An operator on one field: gives it another value, or undefined where it cannot. */
interface FieldFault extends Omit<Row<LineFault>, 'break'> {
  change(value: string, random: Stream, line: ValidLine): Json | undefined;
}

/** Operators that give a field another value, where it holds text. Unless a row says so, its values are to be refused. */
export function fieldFaults(field: FieldName, rule: Shared['rule'], rows: readonly FieldFault[]): LineFault[] {
  const start = `"${field}": "`;
  return lineFaults(
    { level: 'fields', verdict: 'reject', rule },
    rows.map(({ change, ...row }) => ({
      ...row,
      break(line, random) {
        if (!line.text.includes(start)) return undefined;
        const value = line.fields?.[field];
        const changed = typeof value === 'string' ? change(value, random, line) : undefined;
        return changed === undefined ? undefined : ifFits(line.with(field, changed), line.dialect);
      },
    })),
  );
}
