import type { Course } from '../../generators/course/course.ts';
import { builtInCourse } from '../../generators/course/built-in.ts';
import { RUN_DEFAULTS } from '../../generators/run/defaults.ts';
import { loadPreset } from '../../generators/learners/presets.ts';
import { resolvePlan, type SimulateOptions } from '../../generators/run/options.ts';
import { mergedLines } from '../../generators/simulation/merge.ts';
import { TimeOnTask } from './time-on-task.ts';
import { Marking } from './marking.ts';
import { Reading } from './reading.ts';
import { seen, Syllabus, type Observer } from './observer.ts';
import { Pages } from './pages.ts';
import { People } from './people.ts';
import { Solving } from './solving.ts';
import type { Statistic } from './statistic.ts';
import type { Ablation } from './ablations.ts';
import { Answers } from './answers.ts';
import { Devices } from './devices.ts';
import { Tells } from './tells.ts';
import { Unasked } from './unasked.ts';
import { Watching } from './watching.ts';
import { Wire } from './wire.ts';

/** All that is counted in a run, by its side. */
const SIDES = {
  people: People,
  timeOnTask: TimeOnTask,
  watching: Watching,
  solving: Solving,
  marking: Marking,
  reading: Reading,
  tells: Tells,
  answers: Answers,
  wire: Wire,
  devices: Devices,
  pages: Pages,
};

export type Side = keyof typeof SIDES;

const EVERY_SIDE = Object.keys(SIDES) as Side[];

type Observers = { readonly [Name in Side]: InstanceType<(typeof SIDES)[Name]> };

/** What is counted in one run; sides that nobody asked for are missing, so that who reads them nevertheless fails. */
export type Observed = Observers & { readonly syllabus: Syllabus };

/** The run that docs/realism.md measures. */
export const RUN = { users: 5000, days: 98, seed: 'calibration' } as const;

function observersOf(course: Course, sides: readonly Side[]): Observed {
  const syllabus = new Syllabus(course);
  const observers = Object.fromEntries(sides.map((side) => [side, new SIDES[side](syllabus)]));
  return { ...(observers as unknown as Observers), syllabus };
}

/** The sides that statistics read: those that they ask for where nothing is counted. */
export function sidesOf(statistics: readonly Statistic[]): Side[] {
  const asked = new Set<string>();
  const nothing = new Proxy(observersOf(builtInCourse(), EVERY_SIDE), {
    get: (observed, side: keyof Observed) => {
      asked.add(side);
      return observed[side];
    },
  });
  for (const { measure } of statistics) measure(nothing);
  return EVERY_SIDE.filter((side) => asked.has(side));
}

/**
 * Simulates a run of the built-in course, with something turned off, and counts some of its sides in one pass. A click at the tab in
 * front is left out: it is no move, and leads nowhere.
 */
export function observe(options: SimulateOptions = RUN, off: Ablation = {}, sides = EVERY_SIDE): Observed {
  const behaviour = loadPreset(options.preset ?? RUN_DEFAULTS.preset);
  off.behaviour?.(behaviour);
  const course = off.course?.(builtInCourse()) ?? builtInCourse();
  const plan = resolvePlan(options, course, behaviour);
  const observed = observersOf(course, sides);
  const observers: Observer[] = sides.map((side) => observed[side]);
  const unasked = new Unasked((one) => {
    for (const observer of observers) observer.see(one);
  });
  for (const line of mergedLines(plan)) {
    if (line.common.fields.username === '') continue;
    const clean = seen(line, plan.start);
    if (clean.type === 'seq_goto' && clean.payload.old === clean.payload.new) continue;
    unasked.see(off.seen?.(clean) ?? clean);
  }
  unasked.end();
  for (const observer of observers) observer.end();
  return observed;
}
