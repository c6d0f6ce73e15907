import { DAY, dayName, MINUTE } from '../../src/base/time.ts';
import { hash } from '../../src/base/random/index.ts';
import { ROTATION, type Dialect } from '../../src/spec/index.ts';
import type { PackedPlan, Plan } from './plan.ts';

/** When a server's daily files end, and what they are called. */
export interface Rotation {
  /** The end of the file that holds a time, microseconds since 1970: its lines are before it. */
  endOfFile(time: number): number;
  /** The day in the name of the file that ends at a time. */
  dayOf(end: number): string;
}

/** A file per UTC day, named by it. */
const atMidnight: Rotation = {
  endOfFile: (time) => (Math.floor(time / DAY) + 1) * DAY,
  dayOf: (end) => dayName(end - 1),
};

const CUT = ROTATION.minute * MINUTE;
const USUAL = ROTATION.usual * MINUTE;

/** Logrotate cuts the file at 06:25 UTC, give or take minutes, and names it by the day of the cut. */
function inTheMorning({ seed }: Plan, server: number): Rotation {
  const cutOf = (day: number) => day * DAY + CUT + ((hash(seed, `rotation-${server}`, day) % (2 * USUAL)) - USUAL);
  return {
    endOfFile(time) {
      const day = Math.floor(time / DAY);
      return time < cutOf(day) ? cutOf(day) : cutOf(day + 1);
    },
    dayOf: dayName,
  };
}

const byDay = () => atMidnight;

/** One file, which nobody cuts. */
const never: Rotation = { endOfFile: () => Infinity, dayOf: () => '' };

const ROTATIONS: Readonly<Record<Dialect, (plan: Plan, server: number) => Rotation>> = {
  documented: byDay,
  deployed: inTheMorning,
  current: byDay,
};

/** The rotation of a server, by its index in the run. */
export const rotationOf = (plan: PackedPlan, server: number): Rotation =>
  plan.packaging === 'tutor' ? never : ROTATIONS[plan.dialect](plan, server);
