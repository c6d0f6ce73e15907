/** What a run writes, and how, by its options. */
import { availableParallelism } from 'node:os';
import { BOUNDS } from '../../src/base/bounds.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import { PACKAGINGS, type Dialect, type Packaging } from '../../src/spec/index.ts';
import { builtInCourse } from '../course/built-in.ts';
import type { Course } from '../course/course.ts';
import { onFiles } from '../incidents/resolve.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import { loadPreset } from '../learners/presets.ts';
import type { FaultPlan, PackedPlan, Plan } from '../simulation/plan.ts';
import { COMPRESSIONS, RUN_DEFAULTS } from './defaults.ts';
import { checkDialect, oneOf, whole } from './option-checks.ts';
import {
  checkSite,
  presetOf,
  resolvePlan,
  resolveSitePlan,
  type GenerateOptions,
  type SimulateOptions,
} from './options.ts';

const NO_FAULTS: FaultPlan = { rate: 0, drawn: [], counts: [], afterwards: false };

/** Faults that the options ask for. The operators, which take a moment to load, are loaded only when one is named. */
export async function resolveFaultPlan(
  { faults, fault }: GenerateOptions,
  dialect: Dialect,
  packaging: Packaging = 'tar',
): Promise<FaultPlan> {
  if (faults !== undefined && !(faults >= 0 && faults <= 1))
    throw optionError`${option('faults')} must be a share from 0 to 1, not ${faults}`;
  if (fault === undefined) return { ...NO_FAULTS, rate: faults ?? 0 };
  const { resolveFaults } = await import('../faults/resolve.ts');
  return resolveFaults(faults, fault, dialect, packaging);
}

function packagingOf(options: GenerateOptions, dialect: Dialect): Packaging {
  const packaging = oneOf('packaging', options.packaging ?? RUN_DEFAULTS.packaging, PACKAGINGS);
  if (packaging !== 'tar') checkDialect('packaging', dialect);
  return packaging;
}

/** Which files are compressed where nothing is said: Tutor's one file grows for ever, and logrotate packs what it cuts off. */
const COMPRESSED = { tar: 'gzip', tutor: 'none', native: 'rotated', package: 'gzip' } as const;

function compressOf({ compress, gzipLevel }: GenerateOptions, packaging: Packaging): PackedPlan['compress'] {
  if (compress === undefined) {
    if (packaging === 'tutor' && gzipLevel !== undefined)
      throw optionError`${option('gzipLevel')} has no meaning with ${option('packaging')} tutor, which compresses nothing; leave it out, or give ${option('compress')} gzip`;
    return COMPRESSED[packaging];
  }
  const given = oneOf('compress', compress, COMPRESSIONS);
  if (given === 'rotated' && packaging !== 'native')
    throw optionError`${option('compress')} rotated is for ${option('packaging')} native, which cuts files off tracking.log; give gzip or none`;
  return given;
}

function recipientOf({ gpgRecipient }: GenerateOptions, packaging: Packaging): Pick<PackedPlan, 'gpgRecipient'> {
  if (gpgRecipient === undefined) return {};
  if (packaging !== 'package')
    throw optionError`${option('gpgRecipient')} is for ${option('packaging')} package, whose files edX encrypts; no others are`;
  if (gpgRecipient === '') throw optionError`${option('gpgRecipient')} must name a key that gpg knows`;
  return { gpgRecipient };
}

/** As {@link resolvePlan}, with how the lines are packed, and what is broken. */
export async function resolvePackedPlan(
  options: GenerateOptions,
  course: Course,
  behaviour: Behaviour,
): Promise<PackedPlan> {
  return packed(options, resolvePlan(options, course, behaviour));
}

async function packed(options: GenerateOptions, plan: Plan): Promise<PackedPlan> {
  const files = plan.servers * plan.days;
  // The manifest must be small enough to be written, and read, at once.
  if (files > BOUNDS.dailyFiles.most)
    throw optionError`${option('servers')} times ${option('days')} must be at most ${BOUNDS.dailyFiles.most} daily files, not ${files}; make several runs`;
  const packaging = packagingOf(options, plan.dialect);
  const unfit = packaging === 'tar' ? undefined : onFiles(plan.incidents);
  if (unfit)
    throw optionError`${option('incident')}: ${unfit.kind} acts on the files of machines, which have none of their own with ${option('packaging')} ${packaging}; leave one of them out`;
  return {
    ...plan,
    packaging,
    compress: compressOf(options, packaging),
    gzipLevel: whole('gzipLevel', options.gzipLevel ?? RUN_DEFAULTS.gzipLevel),
    ...recipientOf(options, packaging),
    faults: await resolveFaultPlan(options, plan.dialect, packaging),
  };
}

/** The course that options name. What reads course files takes a tenth of a second to load, and most runs read none. */
async function courseOf({ course }: SimulateOptions): Promise<Course> {
  if (course === undefined) return builtInCourse();
  const { loadCourse } = await import('../course/load.ts');
  return loadCourse(course);
}

/** The behaviour that options name. */
async function behaviourOf(options: SimulateOptions): Promise<Behaviour> {
  const preset = presetOf(options);
  if (options.behaviour === undefined) return loadPreset(preset);
  const { loadBehaviour } = await import('../learners/load-behaviour.ts');
  return loadBehaviour(options.behaviour);
}

/** As {@link resolvePackedPlan}, with the site, or the course and the behaviour, that the options name. */
export async function resolveRun(options: GenerateOptions): Promise<PackedPlan> {
  checkSite(options);
  if (options.site === undefined)
    return resolvePackedPlan(options, await courseOf(options), await behaviourOf(options));
  const { loadSite } = await import('../site/load.ts');
  return packed(options, resolveSitePlan(options, loadSite(options.site)));
}

/** Where to write to. */
export function resolveOut({ out = RUN_DEFAULTS.out }: GenerateOptions): string {
  if (out === '') throw optionError`${option('out')} must name a folder`;
  return out;
}

/** Number of threads to use. */
export const resolveJobs = (options: GenerateOptions): number => whole('jobs', options.jobs ?? availableParallelism());
