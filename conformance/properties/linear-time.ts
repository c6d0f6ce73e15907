import type { MeasuredProperty } from '../property.ts';
import { measureGrowth } from '../growth/measure.ts';
import { SHAPES } from '../growth/shapes.ts';

/** Of the logarithm of time over that of size; 1 is linear, 2 quadratic. */
const STEEPEST = 1.5;

export const linearTime: MeasuredProperty = {
  id: 'linear-time',
  level: 'must',
  depth: 'lines',
  statement: 'Time grows no worse than linearly with the size of a log, whatever its shape.',
  source: 'protocol: What is a failure',
  async measure(subject, dialect) {
    let steepest = 0;
    for (const [name, shape] of Object.entries(SHAPES)) {
      const { slope, breakdown, trial } = await measureGrowth(subject, dialect, shape, STEEPEST);
      if (breakdown) return { finding: `${name}: ${breakdown.reason}`, breakdown, failing: trial };
      if (slope > STEEPEST) return { finding: `${name}: time grows with the power ${slope.toFixed(1)} of the size, at most ${STEEPEST} is allowed`, failing: trial };
      steepest = Math.max(steepest, slope);
    }
    return { finding: `time grows at most with the power ${steepest.toFixed(1)} of the size` };
  },
};
