import { expect, test } from 'vitest';
import { entryOf } from '../../testing/causality/entry.test.support.ts';
import { linesOf } from '../../testing/runs.ts';

/** What an equation comes to. */
function valueOf(equation: string): number {
  const parts = /^(sqrt\()?(-?[\d.e+-]+?)\)?(?: ?([-+*/^]) ?(-?[\d.e-]+)(?: ?\/ ?(\d+))?)?$/.exec(equation);
  if (!parts) return Number.NaN;
  const [, root, first, sign, second, divisor] = parts;
  if (root) return Math.sqrt(Number(first));
  const [a, b] = [Number(first), Number(second)];
  const value = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b }[sign!]!;
  return value / Number(divisor ?? 1);
}

test('what is calculated is at times what somebody answers next', async () => {
  const lines = await linesOf({ users: 500, days: 14, dialect: 'deployed', heartbeats: 'none' });
  const entries = lines.filter((line) => /"event_type": "(\/calculate|problem_check)"/.test(line)).map(entryOf);
  const waiting = new Map<string, number>();
  let [made, used] = [0, 0];
  for (const { type, username, payload, cut } of entries) {
    if (cut) continue;
    if (type === '/calculate') {
      made += 1;
      waiting.set(username, valueOf(payload.GET.equation[0] as string));
    }
    const value = waiting.get(username);
    if (type !== 'problem_check' || value === undefined) continue;
    const given = Object.values(payload).map(Number);
    if (given.some((number) => Math.abs(number - value) <= 0.01 * Math.abs(value))) used += 1;
    waiting.delete(username);
  }
  expect(made).toBeGreaterThan(30);
  expect(used / made).toBeGreaterThan(0.08);
});
