import { fileSystemError, UserError } from '../src/user-error.ts';
import { builtInCourse } from './course/built-in.ts';
import type { Course } from './course/course.ts';
import { DEFAULTS } from './defaults.ts';
import { archiveName, FAULT_LABELS } from './file-names.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import { resolveJobs, resolvePackedPlan, type GenerateOptions } from './options.ts';
import { Output } from './output.ts';
import { serverName, type PackedPlan } from './simulation/plan.ts';
import { runPools, type Report } from './simulation/run-pools.ts';

/** What to do while a data set is written. */
export interface GenerateHooks {
  /** Called now and then with the lines written and the time simulated so far. */
  report?: Report | undefined;
  /** Stops the run; nothing is left behind. */
  signal?: AbortSignal | undefined;
}

/** The course that options name. What reads course files takes a tenth of a second to load, and most runs read none. */
async function courseOf({ course }: GenerateOptions): Promise<Course> {
  if (course === undefined) return builtInCourse();
  const { loadCourse } = await import('./course/load.ts');
  return loadCourse(course);
}

/** What breaks a run, loaded only where faults are asked for. */
const faultsOf = async ({ faults }: PackedPlan) =>
  faults.rate > 0 || faults.counts.length > 0 ? import('./faults/run.ts') : undefined;

/**
 * Simulates a site and writes its logs: a tar a server and `manifest.json`, in a folder. The same options give the same
 * bytes.
 *
 * ```ts
 * const { totals } = await generate({ users: 1000, days: 7, out: 'logs' });
 * ```
 *
 * @returns the manifest
 * @throws UserError when an option is wrong or the folder cannot be written to; the signal's reason when it stops the run
 */
export async function generate(options: GenerateOptions = {}, { report, signal }: GenerateHooks = {}): Promise<Manifest> {
  const plan = await resolvePackedPlan(options, await courseOf(options));
  const jobs = resolveJobs(options);
  const folder = options.out ?? DEFAULTS.out;
  if (folder === '') throw new UserError('--out must name a folder');
  const output = new Output(folder, options.force ?? false);
  try {
    const servers = Array.from({ length: plan.servers }, (_, server) => serverName(server));
    const faults = await faultsOf(plan);
    const results = await runPools(faults?.drawnOnTheWay(plan) ?? plan, folder, jobs, report ?? (() => {}), signal);
    const clean = results.flatMap(({ archives }) => archives).map((archive, place) => ({ server: servers[place]!, archive }));
    const broken = faults ? await faults.breakNamed(plan, folder, clean) : clean;
    const labels = faults?.gatherLabels(folder, servers);
    const manifest = manifestOf(plan, options, results, broken, labels ?? 0);
    output.complete([...servers.map(archiveName), ...(faults ? [FAULT_LABELS] : [])], manifest);
    return manifest;
  } catch (error) {
    output.abandon();
    throw fileSystemError(error, `write to ${folder}`) ?? error;
  }
}
