import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect } from 'vitest';
import { TimeQueue } from './queue.ts';

type Command = { readonly postpone: number } | { readonly remove: true };
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ postpone: fc.nat(20) }),
  fc.constant({ remove: true as const }),
);

forAll([fc.array(fc.nat(50), { maxLength: 200, size: 'max' }), fc.array(command)])(
  'gives entries by time, of the same time the smaller first',
  (times, commands) => {
    const queue = new TimeQueue();
    for (const [entry, time] of times.entries()) queue.add(entry, time);
    const model = times.map((time, entry) => ({ time, entry }));
    const drain = Array.from(model, () => ({ remove: true as const }));
    for (const step of [...commands, ...drain]) {
      model.sort((a, b) => a.time - b.time || a.entry - b.entry);
      expect([queue.size, queue.time]).toEqual([model.length, model[0]?.time ?? Infinity]);
      if (model.length === 0) return;
      expect(queue.first).toBe(model[0]!.entry);
      if ('remove' in step) {
        queue.remove();
        model.shift();
      } else {
        model[0]!.time += step.postpone;
        queue.postpone(model[0]!.time);
      }
    }
  },
);
