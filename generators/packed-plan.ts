import { builtInCourse } from './course/built-in.ts';
import type { Course } from './course/course.ts';
import type { Behaviour } from './learners/behaviour.ts';
import { loadPreset } from './learners/presets.ts';
import { presetOf, resolvePackedPlan, type GenerateOptions } from './options.ts';
import type { PackedPlan } from './simulation/plan.ts';

/** The course that options name. What reads course files takes a tenth of a second to load, and most runs read none. */
async function courseOf({ course }: GenerateOptions): Promise<Course> {
  if (course === undefined) return builtInCourse();
  const { loadCourse } = await import('./course/load.ts');
  return loadCourse(course);
}

/** The behaviour that options name. */
async function behaviourOf(options: GenerateOptions): Promise<Behaviour> {
  const preset = presetOf(options);
  if (options.behaviour === undefined) return loadPreset(preset);
  const { loadBehaviour } = await import('./learners/load-behaviour.ts');
  return loadBehaviour(options.behaviour);
}

/**
 * The plan that options ask for, with the course and the behaviour that they name.
 *
 * @throws UserError which option or which file is wrong
 */
export const packedPlanOf = async (options: GenerateOptions): Promise<PackedPlan> =>
  resolvePackedPlan(options, await courseOf(options), await behaviourOf(options));
