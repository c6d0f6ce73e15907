import { option, words, type Words } from '../../src/base/user-error.ts';
import { hash } from 'node:crypto';
import { DIALECTS, PACKAGINGS, type Dialect, type Packaging } from '../../src/spec/index.ts';
import { VERSION } from '../../src/base/version.ts';
import type { Store } from '../../src/store/store.ts';
import { isCourse } from '../course/is-course.ts';
import { isLogArchive, isOfRun, isServer as isServerName, RUN_LOCK } from '../../src/archive/file-names.ts';
import type { Manifest } from './manifest.ts';
import { MOST_DAYS, MOST_SERVERS } from './option-checks.ts';
import { isCount, isList, isObject, isOptions, isText } from '../../src/base/shape.ts';
import { readOwn } from './read-own.ts';
import { archivesOf } from './record.ts';
import type { Fleet } from '../simulation/offering.ts';
import { logsOf, poolsOf, serverCount, type PackedPlan } from '../simulation/plan.ts';

/** Lock of a run that is not complete: which run is written to a folder or bucket. */
export interface RunLock {
  /** Version of edxgen that writes the run. */
  readonly edxgen: string;
  readonly options: Manifest['options'];
  /** Names of the archives of a run that one process writes as a whole. */
  readonly archives?: readonly string[];
  /**
   * Everything that the bytes of a run depend on that is made in shares, the contents of the files that options name included. Every
   * share writes the same; a whole run has none, since nobody goes on with it, and the courses of a site are megabytes.
   */
  readonly plan?: PackedPlan;
  /** Hash of the plan. */
  readonly sha256?: string;
  /** Files of an earlier run that are removed when this one is complete. */
  readonly replaces?: readonly string[];
  /** Random id of the process that writes the whole run. None for a run that is made in shares. */
  readonly writer?: string;
}

/** Files that a lock may name: more than any run has. */
const MOST_FILES = 100_000;

const isServerCount = (value: unknown): boolean => isCount(value) && value >= 1 && value <= MOST_SERVERS;

/** Whether the logs of a plan have names by which files may be called. */
const areLogs = (plan: PackedPlan): boolean => logsOf(plan).every((log) => /^[\w.-]+$/.test(log));

const isTime = (value: unknown): boolean => Number.isSafeInteger(value);

const isService = (value: unknown): boolean =>
  isObject(value) && isTime(value['from']) && (value['to'] === undefined || isTime(value['to']));

const isFleet = (value: unknown): boolean =>
  isObject(value) &&
  isServerName(`prod-${String(value['role'])}-001`) &&
  isServerCount(value['pools']) &&
  isList(value['places'], (place) => isList(place, isService)) &&
  value['places'].length <= MOST_SERVERS;

/** Whether a value says what is a site's; its fleets have the pools that there are. */
const isSite = (value: unknown, servers: unknown): boolean =>
  value === undefined ||
  (isObject(value) &&
    (value['fleets'] === undefined ||
      (isList(value['fleets'], isFleet) &&
        serverCount((value['fleets'] as unknown as Fleet[]).reduce((sum, { pools }) => sum + pools, 0)) === servers)));

/** Whether a value is a plan, as far as a run is assembled by it. */
const isPlan = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['seed']) &&
  DIALECTS.includes(value['dialect'] as Dialect) &&
  Number.isSafeInteger(value['start']) &&
  isServerCount(value['servers']) &&
  PACKAGINGS.includes(value['packaging'] as Packaging) &&
  isCount(value['days']) &&
  value['days'] <= MOST_DAYS &&
  isList(value['offerings'], (offering) => isObject(offering) && isCourse(offering['course'])) &&
  value['offerings'].length > 0 &&
  isSite(value['site'], value['servers']) &&
  areLogs(value as unknown as PackedPlan) &&
  isObject(value['faults']) &&
  Number.isFinite(value['faults']['rate']) &&
  isList(value['faults']['counts'], Array.isArray);

const areFiles = (value: unknown, isOne: (name: string) => boolean): boolean =>
  isList(value, (name) => isText(name) && isOne(name)) && value.length <= MOST_FILES;

/** Whether a value is a lock. Every name in it is that of a file of a run. */
function isLock(value: unknown): value is RunLock {
  if (!isObject(value)) return false;
  const { edxgen, options, archives = [], plan, sha256, replaces = [], writer } = value;
  return (
    isText(edxgen) &&
    isOptions(options) &&
    isServerCount(options['servers']) &&
    (plan === undefined ||
      (isPlan(plan) && sha256 === hashOf(plan as PackedPlan) && (plan as PackedPlan).servers === options['servers'])) &&
    areFiles(archives, isLogArchive) &&
    areFiles(replaces, isOfRun) &&
    (writer === undefined || (isText(writer) && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(writer)))
  );
}

/** Lock of a folder or bucket; undefined when there is none. */
export const readLock = (store: Store): Promise<RunLock | undefined> => readOwn(store, RUN_LOCK, isLock);

const hashOf = (plan: PackedPlan): string => hash('sha256', JSON.stringify(plan), 'hex');

/** Lock of a run that is made in shares. */
export type SharedRunLock = RunLock & Required<Pick<RunLock, 'plan' | 'sha256'>>;

export const sharedLockOf = (plan: PackedPlan, options: Manifest['options']): SharedRunLock => ({
  edxgen: VERSION,
  options,
  plan,
  sha256: hashOf(plan),
});

/** Lock of a run that one process simulates. */
export const wholeLockOf = (plan: PackedPlan, options: Manifest['options']): RunLock => ({
  edxgen: VERSION,
  options,
  archives: poolsOf(plan.servers).flatMap((pool) => archivesOf(pool, plan)),
});

/** Difference between the locks of two runs, in words; undefined when they are of the same run, as far as can be told. */
export function difference(there: RunLock, here: SharedRunLock): Words | undefined {
  if (there.edxgen !== here.edxgen) return words`edxgen is ${there.edxgen} there, and ${here.edxgen} here`;
  for (const name of Object.keys({ ...here.options, ...there.options })) {
    const [one, other] = [there.options[name] ?? null, here.options[name] ?? null];
    if (one !== other) return words`${option(name)} is ${one} there, and ${other} here`;
  }
  if (there.sha256 === undefined || there.sha256 === here.sha256) return undefined;
  const { site, course } = here.options;
  if (site !== null) return words`what the site’s file says, or a file that it names, is another there`;
  return words`${course === null ? 'the behaviour' : 'the course or the behaviour'} is another there`;
}
