import { builtInCourse } from '../../generators/course/built-in.ts';
import { RUN_DEFAULTS } from '../../generators/run/defaults.ts';
import { loadPreset } from '../../generators/learners/presets.ts';
import { resolvePlan, type SimulateOptions } from '../../generators/run/options.ts';
import { mergedLines } from '../../generators/simulation/merge.ts';
import { TimeOnTask } from './time-on-task.ts';
import { Marking } from './marking.ts';
import { Reading } from './reading.ts';
import { seen, Syllabus } from './observer.ts';
import { Pages } from './pages.ts';
import { People } from './people.ts';
import { Solving } from './solving.ts';
import type { Ablation } from './ablations.ts';
import { Answers } from './answers.ts';
import { Devices } from './devices.ts';
import { Tells } from './tells.ts';
import { Unasked } from './unasked.ts';
import { Watching } from './watching.ts';
import { Wire } from './wire.ts';

/** All that is counted in one run. */
export interface Observed {
  readonly syllabus: Syllabus;
  readonly people: People;
  readonly timeOnTask: TimeOnTask;
  readonly watching: Watching;
  readonly solving: Solving;
  readonly marking: Marking;
  readonly reading: Reading;
  readonly tells: Tells;
  readonly answers: Answers;
  readonly wire: Wire;
  readonly devices: Devices;
  readonly pages: Pages;
}

/** The run that docs/realism.md measures. */
export const RUN = { users: 5000, days: 98, seed: 'calibration' } as const;

/** Simulates a run of the built-in course, with something turned off, and counts in one pass. */
export function observe(options: SimulateOptions = RUN, off: Ablation = {}): Observed {
  const behaviour = loadPreset(options.preset ?? RUN_DEFAULTS.preset);
  off.behaviour?.(behaviour);
  const course = off.course?.(builtInCourse()) ?? builtInCourse();
  const plan = resolvePlan(options, course, behaviour);
  const syllabus = new Syllabus(course);
  const people = new People(syllabus);
  const timeOnTask = new TimeOnTask(syllabus);
  const watching = new Watching(syllabus);
  const solving = new Solving(syllabus);
  const marking = new Marking(syllabus);
  const reading = new Reading();
  const tells = new Tells(syllabus);
  const answers = new Answers(syllabus);
  const wire = new Wire();
  const devices = new Devices();
  const pages = new Pages(syllabus);
  const observers = [people, timeOnTask, watching, solving, marking, reading, tells, answers, wire, devices, pages];
  const unasked = new Unasked();
  for (const line of mergedLines(plan)) {
    if (line.common.fields.username === '') continue;
    const clean = seen(line, plan.start);
    const one = off.seen?.(clean) ?? clean;
    for (const told of unasked.see(one)) for (const observer of observers) observer.see(told);
  }
  for (const told of unasked.end()) for (const observer of observers) observer.see(told);
  for (const observer of observers) observer.end();
  return { syllabus, people, timeOnTask, watching, solving, marking, reading, tells, answers, wire, devices, pages };
}
