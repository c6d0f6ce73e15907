import type { Stream } from '../../../src/base/random/index.ts';
import { dumps } from '../../../src/line/dumps.ts';
import { REQUEST_CUT, type Dialect, type EventType, type PayloadOf } from '../../../src/spec/index.ts';
import type { ValidLine, Fields } from '../valid-line.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults, type LineFault, type Row, type Shared } from '../fault.ts';

/** A line with another payload; undefined if the platform would have cut the payload, or the line. */
export function fitPayload(line: ValidLine, payload: Fields): string | undefined {
  const cut = line.shape!.encoding === 'request' && dumps(payload).length > REQUEST_CUT;
  return cut ? undefined : ifFits(line.withPayload(payload), line.dialect);
}

/** An operator on payloads of one event type: gives another payload, or undefined where it cannot. */
interface PayloadFault<T extends EventType> extends Omit<Row<LineFault>, 'break'> {
  change(payload: PayloadOf<T, Dialect>, random: Stream): object | undefined;
}

/** Operators that change payloads of an event type so that they are to be refused. */
export const payloadFaults = <T extends EventType>(
  type: T,
  rule: Shared['rule'],
  rows: readonly PayloadFault<T>[],
): LineFault[] =>
  lineFaults(
    { level: 'payload', verdict: 'reject', rule },
    rows.map(({ change, ...row }) => ({
      ...row,
      break(line, random) {
        if (line.eventType !== type.name) return undefined;
        const { payload } = line;
        const changed = payload && change(payload as PayloadOf<T, Dialect>, random);
        return changed && fitPayload(line, changed as Fields);
      },
    })),
  );
