import { fileSystemError, UserError } from '../src/user-error.ts';
import { DEFAULTS } from './defaults.ts';
import { archiveName, FAULT_LABELS } from './file-names.ts';
import { manifestOf, type Manifest, type ServerArchive } from './manifest.ts';
import { resolveJobs, type GenerateOptions } from './options.ts';
import { Output } from './output.ts';
import { packedPlanOf } from './packed-plan.ts';
import { serverName, type PackedPlan } from './simulation/plan.ts';
import { runPools, type Report } from './simulation/run-pools.ts';
import { makeTruthFolder, writeTruth } from './truth/truth.ts';

/** What to do while a data set is written. */
export interface GenerateHooks {
  /** Called now and then with the lines written and the time simulated so far. */
  report?: Report | undefined;
  /** Stops the run; nothing is left behind. */
  signal?: AbortSignal | undefined;
}

/** Lets the operators act that are named with a count; they are loaded only where there are any. */
async function breakNamed(
  plan: PackedPlan,
  folder: string,
  clean: readonly ServerArchive[],
  signal: AbortSignal | undefined,
): Promise<readonly ServerArchive[]> {
  if (plan.faults.counts.length === 0) return clean;
  const named = await import('./faults/named.ts');
  return named.breakNamed(plan, folder, clean, signal);
}

/** Gathers the labels of a run that has faults; undefined where none were asked for. */
async function gatherLabels({ faults }: PackedPlan, folder: string, servers: readonly string[]): Promise<{ lines: number; sha256: string } | undefined> {
  if (faults.rate === 0 && faults.counts.length === 0) return undefined;
  const labels = await import('./faults/gather-labels.ts');
  return labels.gatherLabels(folder, servers);
}

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
  const plan = await packedPlanOf(options);
  const jobs = resolveJobs(options);
  const folder = options.out ?? DEFAULTS.out;
  if (folder === '') throw new UserError('--out must name a folder');
  const output = new Output(folder, options.force ?? false);
  try {
    makeTruthFolder(folder);
    const servers = Array.from({ length: plan.servers }, (_, server) => serverName(server));
    const results = await runPools(plan, folder, jobs, report ?? (() => {}), signal);
    const clean = results.flatMap(({ archives }) => archives).map((archive, place) => ({ server: servers[place]!, archive }));
    const broken = await breakNamed(plan, folder, clean, signal);
    const labels = await gatherLabels(plan, folder, servers);
    const manifest = manifestOf(plan, options, results, broken, labels);
    const truth = writeTruth(folder, plan, results.map(({ truth: totals }) => totals));
    output.complete([...servers.map(archiveName), ...(labels === undefined ? [] : [FAULT_LABELS]), ...truth], manifest);
    return manifest;
  } catch (error) {
    output.abandon();
    throw fileSystemError(error, `write to ${folder}`) ?? error;
  }
}
