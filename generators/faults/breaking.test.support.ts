/** Breaks copies of one clean run, as generate does, and says what the validator and the repair make of it. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../../src/spec/index.ts';
import { validateLogs } from '../../src/validation/validate-logs.ts';
import { FolderStore } from '../../src/store/folder.ts';
import { removeWork } from '../run/contents.ts';
import { builtInCourse } from '../course/built-in.ts';
import { archiveName, FAULT_LABELS, MANIFEST, TRUTH, TRUTH_FOLDER, WORK } from '../../src/archive/file-names.ts';
import { loadPreset } from '../learners/presets.ts';
import { generate } from '../run/generate.ts';
import { resolvePackedPlan } from '../run/resolve-run.ts';
import type { GenerateOptions } from '../run/options.ts';
import { repair } from '../run/repair.ts';
import { filesOf, manifestIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { LabelReport } from './agreement.ts';
import { LabelCheck } from './check-labels.ts';
import { gatherLabels } from './gather-labels.ts';
import { LabelFile } from './label-file.ts';
import type { Label } from './label.ts';
import { injectCounted } from './inject-counted.ts';

/** A run in a folder of its own, made in this thread. */
export async function run(options: GenerateOptions): Promise<string> {
  const out = join(temporaryFolder(), 'run');
  await generate({ jobs: 1, ...options, out });
  return out;
}

const SIZES: Record<Dialect, GenerateOptions> = {
  documented: { servers: 4, users: 80, days: 4 },
  deployed: { servers: 3, users: 80, days: 2, heartbeats: 'none' },
  current: { servers: 3, users: 75, days: 3, prefix: 'tutor' },
};

/** The run whose copies are broken. Each server has a file a day; deployed has a day more. */
export const cleanRun = (dialect: Dialect): Promise<string> =>
  run({
    dialect,
    seed: 'breaking',
    gzipLevel: 1,
    ...SIZES[dialect],
  });

/** A copy of a clean run with faults that are named, `NAME` or `NAME=COUNT`. */
export async function broken(clean: string, fault: readonly string[]): Promise<string> {
  const manifest = manifestIn(clean);
  const { seed, dialect } = manifest;
  const plan = await resolvePackedPlan(
    { seed, dialect, fault, gzipLevel: 1 },
    builtInCourse(),
    loadPreset('mooc-2012'),
  );
  const folder = join(temporaryFolder(), 'broken');
  mkdirSync(join(folder, WORK), { recursive: true });
  const store = new FolderStore(folder);
  const servers = manifest.servers.map(({ name }) => name);
  for (const name of [TRUTH, TRUTH_FOLDER]) cpSync(join(clean, name), join(folder, name), { recursive: true });
  for (const server of servers) copyFileSync(join(clean, archiveName(server)), store.draftPath(archiveName(server)));
  const archives = manifest.servers.map(({ name, bytes, sha256, files }) => ({
    server: name,
    name: archiveName(name),
    archive: { bytes, sha256, files: files.map((file) => ({ ...file, first: 0, last: 0 })) },
  }));
  const after = await injectCounted(plan, store, archives);
  const { lines: faults, ...labels } = await gatherLabels(store, servers);
  for (const name of [...servers.map(archiveName), FAULT_LABELS]) await store.publish(name);
  await removeWork(store);
  const written = manifest.servers.map((server, index) => {
    const { bytes, sha256, files } = after[index]!.archive;
    return {
      ...server,
      bytes,
      sha256,
      files: files.map((file, at) => ({ ...server.files[at]!, ...file, first: '', last: '' })),
    };
  });
  writeFileSync(
    join(folder, MANIFEST),
    JSON.stringify({
      ...manifest,
      totals: { ...manifest.totals, faults },
      files: [labels, ...manifest.files!],
      servers: written,
    }),
  );
  return folder;
}

/** The labels of a run. */
export const labelsIn = (folder: string): Label[] =>
  readFileSync(join(folder, FAULT_LABELS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

/** What `validate --labels` finds. */
export async function check(folder: string): Promise<LabelReport> {
  const labels = await LabelFile.open(join(folder, FAULT_LABELS));
  const watch = new LabelCheck(labels);
  await validateLogs([folder], { watch, onFinding: watch.found.bind(watch) });
  const report = watch.report();
  labels.close();
  return report;
}

/** What does not agree: labels that do not show, and findings without a label. */
export async function disagreements(folder: string): Promise<string[]> {
  const { missed, unlabelled, operators } = await check(folder);
  return [
    ...missed.map(({ label, file }) => `${file}:${label.line} missed ${label.fault}`),
    ...unlabelled.map(({ file, line, rule }) => `${file}:${line} unlabelled ${rule}`),
    ...operators
      .filter(({ recall, precision }) => recall < 1 || precision < 1)
      .map(({ fault }) => `${fault} disagrees`),
  ];
}

/** The names of the files of a repaired run that are not as those of the clean one. */
export async function differences(folder: string, clean: string): Promise<string[]> {
  const repaired = join(temporaryFolder(), 'repaired');
  await repair(folder, { out: repaired });
  const [is, was] = [filesOf(repaired), filesOf(clean)];
  return [...new Set([...is.keys(), ...was.keys()])].filter(
    (name) => !is.get(name) || !was.get(name)?.equals(is.get(name)!),
  );
}
