import type { Line } from '../model/line.ts';
import { poolCount, type Plan } from './plan.ts';
import { Pool } from './pool.ts';

/** The lines of all servers of a run, merged in time order; of the same instant, those of the first pool first. */
export function* mergedLines(plan: Plan): Generator<Line, void, void> {
  const given: Line[] = [];
  const log = { line: (line: Line) => void given.push(line) };
  const pools = Array.from({ length: poolCount(plan.servers) }, (_, index) => new Pool(plan, index, log));
  for (;;) {
    const pool = pools.reduce((first, other) => (other.next < first.next ? other : first));
    if (!pool.step()) return;
    yield* given;
    given.length = 0;
  }
}
