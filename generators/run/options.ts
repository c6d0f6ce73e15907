import { onceFor } from '../../src/base/remember.ts';
import { DIALECTS, PREFIXES, type Dialect, type Packaging, type Prefix } from '../../src/spec/index.ts';
import type { TaskControl } from '../../src/base/task.ts';
import { digest } from '../../src/base/digest.ts';
import { optionError, option } from '../../src/base/user-error.ts';
import { COURSES } from '../course/by-dialect.ts';
import type { Course } from '../course/course.ts';
import { RUN_DEFAULTS, STARTS } from './defaults.ts';
import { incidentsOf, type AskedIncident } from '../incidents/resolve.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import { PRESETS, type PresetName } from '../learners/preset-names.ts';
import { loadPreset } from '../learners/presets.ts';
import { HEARTBEATS, type Heartbeats } from '../platform/heartbeats.ts';
import type { Plan } from '../simulation/plan.ts';
import { poolCount, serverCount } from '../simulation/plan.ts';
import type { LoadedSite } from '../site/load.ts';
import { firstDate, planSite } from '../site/plan-site.ts';
import { checkDialect, midnight, oneOf, whole } from './option-checks.ts';
import type { PoolProgress } from './run-pool.ts';

/** Options of a simulation; the same options give the same lines. */
export interface SimulateOptions {
  /** Number of people, 1 to 10 million; 1000 by default. */
  users?: number | undefined;
  /** Number of days, 1 to 3660; 7 by default. */
  days?: number | undefined;
  /** Any text; `edxgen` by default. */
  seed?: string | undefined;
  /** The first UTC day, `YYYY-MM-DD`; by default a Monday of the dialect's day, 2013-03-04 for those of 2013. */
  start?: string | undefined;
  /** Number of servers, 1 to 999; 4 by default. */
  servers?: number | undefined;
  /** `documented` by default. */
  dialect?: Dialect | undefined;
  /** Deployed lines that every loader takes: none is cut, every time has its fraction, no heartbeats. */
  loadable?: boolean | undefined;
  /** Deployed lines with more of what is rare and right than a real site writes: whole seconds, positions as text, names that are no slugs. */
  spice?: boolean | undefined;
  /** Who asks deployed servers whether they are well: the nodes of a load balancer by default, a program on each server, or nobody. */
  heartbeats?: 'none' | 'elb' | 'local' | undefined;
  /** What stands before each current line: nothing by default, or what Tutor puts there. */
  prefix?: Prefix | undefined;
  /** What goes wrong: incidents, `NAME` or `NAME=key:value,key:value`. */
  incident?: readonly string[] | undefined;
  /** Path of a course file; the built-in course by default. */
  course?: string | undefined;
  /** Preset of people's behaviour; `mooc-2012` by default. */
  preset?: PresetName | undefined;
  /** Path of a file that says what differs from a preset. */
  behaviour?: string | undefined;
  /** Path of a site file, which names several courses and how people behave in each; a single course by default. */
  site?: string | undefined;
  /** Of a site, the organisation whose lines alone are given; all by default. */
  org?: string | undefined;
}

/** Options of a run: of its simulation, and of the files that are written. */
export interface GenerateOptions extends SimulateOptions {
  /** The folder to write to, or a bucket's prefix, `s3://BUCKET/PREFIX/`; `edxgen-out` by default. */
  out?: string | undefined;
  /**
   * How lines are packed: a tar a server by default. For current runs also the one log that all servers write to: `tutor`, one file; `native`,
   * what was cut off it too; `package`, a file a day and organisation.
   */
  packaging?: Packaging | undefined;
  /** Which files are compressed: all by default, `gzip`; `none` by default for `tutor`; for `native`, what is cut off: `rotated`. */
  compress?: 'gzip' | 'none' | 'rotated' | undefined;
  /** Key that the files of data packages are encrypted for, as the installed gpg knows it; they are not encrypted by default. */
  gpgRecipient?: string | undefined;
  /** 1 (fast) to 9 (small). */
  gzipLevel?: number | undefined;
  /** Number of threads; that of processors by default. */
  jobs?: number | undefined;
  /** Replace an earlier run's files. */
  force?: boolean | undefined;
  /** Write a page about the run too, `report.html`. */
  report?: boolean | undefined;
  /** Share of the lines to break, 0 to 1; none by default. */
  faults?: number | undefined;
  /** Fault operators, `NAME` or `NAME=COUNT`; all line operators share the rate by default. */
  fault?: readonly string[] | undefined;
}

/** Progress and signal of a run. Progress counts lines written and time simulated; a run that is stopped leaves nothing behind. */
export type RunControl = TaskControl<PoolProgress>;

/** The preset that options name, where they name no file. */
export function presetOf({ preset, behaviour }: SimulateOptions): PresetName {
  if (preset !== undefined && behaviour !== undefined) {
    throw optionError`${option('behaviour')} names its preset in the file, so ${option('preset')} has no meaning; leave one of them out`;
  }
  return oneOf('preset', preset ?? RUN_DEFAULTS.preset, PRESETS);
}

/** What names and keys depend on; which browsers people have, is none of it. */
const peopleOf = onceFor((behaviour: Behaviour) => JSON.stringify({ ...behaviour, browsersToday: undefined }));

let usual: string | undefined;

function keySeedOf(seed: string, behaviour: Behaviour): string {
  const text = peopleOf(behaviour);
  usual ??= peopleOf(loadPreset(RUN_DEFAULTS.preset));
  return text === usual ? seed : `${seed}/${digest(text)}`;
}

function heartbeatsOf(given: string | undefined, dialect: Dialect, loadable: boolean): Heartbeats {
  if (given === undefined) return dialect === 'deployed' && !loadable ? RUN_DEFAULTS.heartbeats : 'none';
  const heartbeats = oneOf('heartbeats', given, HEARTBEATS);
  if (heartbeats === 'none') return heartbeats;
  checkDialect('heartbeats', dialect);
  if (loadable)
    throw optionError`${option('heartbeats')} ${heartbeats} contradicts ${option('loadable')}, which leaves heartbeats out; leave one of them out`;
  return heartbeats;
}

/** What a site file says, which a single course is asked for by options. */
const OF_COURSE = ['course', 'preset', 'behaviour'] as const;

/** @throws UserError when options of a single course and of a site contradict each other */
export function checkSite(options: SimulateOptions): void {
  const { site, org } = options;
  const other = OF_COURSE.find((name) => options[name] !== undefined);
  if (site !== undefined && other !== undefined)
    throw optionError`${option(other)} has no meaning with ${option('site')}, whose file names the courses and how people behave; leave one of them out`;
  if (site === undefined && org !== undefined)
    throw optionError`${option('org')} chooses among the courses of a site, so it needs ${option('site')}`;
}

/** What is given on a site of several courses. */
export function resolveSitePlan(options: SimulateOptions, site: LoadedSite): Plan {
  const pools = site.servers.reduce((sum, fleet) => sum + (fleet.pools ?? 1), 0);
  if (pools > 0 && options.servers !== undefined)
    throw optionError`${option('servers')} has no meaning with a ${option('site')} whose file names its servers; leave one of them out`;
  const servers = pools > 0 ? serverCount(pools) : options.servers;
  return planOf(
    { ...options, servers, start: options.start ?? firstDate(site) },
    ({ seed, start, dialect }) =>
      planSite(site, {
        seed,
        start,
        dialect,
        org: options.org,
        midnight,
        keySeedOf,
      }),
    site.incidents,
  );
}

/**
 * Checks options of a run of a single course and fills in the defaults.
 *
 * @param course the one that the options name
 * @param behaviour the one that the options name
 * @throws UserError which option is wrong, and what is allowed
 */
export const resolvePlan = (options: SimulateOptions, course: Course, behaviour: Behaviour): Plan =>
  planOf(options, ({ seed, start, dialect }) => {
    const isUsual = options.behaviour === undefined && presetOf(options) === RUN_DEFAULTS.preset;
    const keySeed = isUsual ? seed : keySeedOf(seed, behaviour);
    const named = COURSES[dialect](course);
    return {
      offerings: [
        { seed, keySeed, course: named, behaviour, start, end: undefined, share: 1, isSelfPaced: false, fleet: 0 },
      ],
      site: undefined,
    };
  });

/**
 * @param given tells the courses, once it is known when the run begins
 * @param asked incidents beside those that the options name
 */
function planOf(
  options: SimulateOptions,
  given: (run: Pick<Plan, 'seed' | 'start' | 'dialect'>) => Pick<Plan, 'offerings' | 'site'>,
  asked: readonly AskedIncident[] = [],
): Plan {
  const seed = options.seed ?? RUN_DEFAULTS.seed;
  if (typeof seed !== 'string' || seed === '')
    throw optionError`${option('seed')} must be a text of at least one character`;
  const dialect = oneOf('dialect', options.dialect ?? RUN_DEFAULTS.dialect, DIALECTS);
  const loadable = options.loadable ?? false;
  if (loadable) checkDialect('loadable', dialect);
  const spice = options.spice ?? false;
  if (spice) checkDialect('spice', dialect);
  if (spice && loadable)
    throw optionError`${option('spice')} contradicts ${option('loadable')}, which keeps what is rare from loaders; leave one of them out`;
  const prefix = oneOf('prefix', options.prefix ?? RUN_DEFAULTS.prefix, PREFIXES);
  if (prefix !== 'none') checkDialect('prefix', dialect);
  const days = whole('days', options.days ?? RUN_DEFAULTS.days);
  const start = midnight(options.start ?? STARTS[dialect]);
  const servers = whole('servers', options.servers ?? RUN_DEFAULTS.servers);
  const { offerings, site } = given({ seed, start, dialect });
  const incidents = incidentsOf(asked, options.incident ?? [], {
    start,
    days,
    dialect,
    pools: poolCount(servers),
    machines: site?.fleets && Math.max(...site.fleets.map(({ places }) => places.length)),
  });
  return {
    heartbeats: heartbeatsOf(options.heartbeats, dialect, loadable),
    users: whole('users', options.users ?? RUN_DEFAULTS.users),
    days,
    seed,
    start,
    servers,
    dialect,
    loadable,
    spice,
    prefix,
    offerings,
    site,
    ...(incidents.length > 0 && { incidents }),
  };
}
