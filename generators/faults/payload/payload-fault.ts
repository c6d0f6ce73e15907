import type { Stream } from '../../../src/base/random/index.ts';
import type { Dialect, EventType, PayloadOf } from '../../../src/spec/index.ts';
import type { Fields } from '../clean-line.ts';
import type { FaultInfo, LineFault } from '../fault.ts';
import { fitPayload } from './fit-payload.ts';

/** An operator that changes the payload of an event type; `change` gives undefined where it cannot. */
export function payloadFault<T extends EventType>(
  info: Omit<FaultInfo, 'level'>,
  type: T,
  change: (payload: PayloadOf<T, Dialect>, random: Stream) => object | undefined,
): LineFault {
  return {
    scope: 'line',
    level: 'payload',
    ...info,
    break(line, random) {
      if (line.eventType !== type.name) return undefined;
      const { payload } = line;
      const changed = payload && change(payload as PayloadOf<T, Dialect>, random);
      return changed && fitPayload(line, changed as Fields);
    },
  };
}
