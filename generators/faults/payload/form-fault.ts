import type { Stream } from '../../../src/base/random/index.ts';
import { problemCheck, problemReset, problemSave } from '../../../src/spec/events/index.ts';
import { ifFits } from '../ensure.ts';
import type { FaultInfo, LineFault } from '../fault.ts';

const NAMES = new Set([problemCheck, problemSave, problemReset].map(({ name }) => name));

/** An operator that changes the text of a form, which in deployed lines is a JSON string. */
export function formFault(
  info: Omit<FaultInfo, 'level'>,
  change: (text: string, random: Stream) => string | undefined,
): LineFault {
  return {
    scope: 'line',
    level: 'payload',
    ...info,
    break(line, random) {
      const event = NAMES.has(line.eventType) ? line.fields?.['event'] : undefined;
      if (typeof event !== 'string') return undefined;
      const quoted = line.shape!.encoding === 'form-literal';
      const changed = change(quoted ? event.slice(1, -1) : event, random);
      return changed === undefined
        ? undefined
        : ifFits(line.with('event', quoted ? JSON.stringify(changed) : changed), line.dialect);
    },
  };
}
