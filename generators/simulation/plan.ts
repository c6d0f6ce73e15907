import { SITE_LOG } from '../../src/archive/file-names.ts';
import type { Compression } from '../../src/archive/write-server.ts';
import { lineEncoder, wholeLineEncoder, type LineEncoder } from '../../src/line/encode.ts';
import { DAY } from '../../src/base/time.ts';
import { LINE_DROP, type Dialect, type EventType, type Packaging, type Prefix } from '../../src/spec/index.ts';
import type { PlannedIncident } from '../incidents/incident.ts';
import type { Heartbeats } from '../platform/heartbeats.ts';
import type { Fleet, Offering } from './offering.ts';

/** All that the lines of a run depend on. */
export interface Plan {
  readonly users: number;
  readonly days: number;
  readonly seed: string;
  /** The first midnight, microseconds since 1970. */
  readonly start: number;
  readonly servers: number;
  readonly dialect: Dialect;
  /** Whether every line is one that any loader takes: no line is cut, no time lacks its fraction [deployed]. */
  readonly loadable: boolean;
  /** Whether what is rare and right comes more often than on a real site [deployed]. */
  readonly spice: boolean;
  /** Who asks whether the servers are well [deployed]. */
  readonly heartbeats: Heartbeats;
  /** What stands before each line [current]. */
  readonly prefix: Prefix;
  /** The courses: one, where there is no site. */
  readonly offerings: readonly [Offering, ...Offering[]];
  /** What is the site's; undefined for a single course. */
  readonly site: Site | undefined;
  /** How the lines are packed, where they are. */
  readonly packaging?: Packaging;
  /** What goes wrong; undefined where nothing does. */
  readonly incidents?: readonly PlannedIncident[];
}

/** What is so on a site of several courses. */
export interface Site {
  /** Chances that somebody takes a second course, and that it takes one more, and again. */
  readonly second: number;
  readonly further: number;
  /** The organisation whose lines alone are written; undefined for all. */
  readonly org: string | undefined;
  /** The pools by fleet; undefined where all are alike, and stay as they are. */
  readonly fleets: readonly Fleet[] | undefined;
  /** Whether workers write to logs of their own, one a pool [current]. */
  readonly hasWorkers: boolean;
}

/** Faults of a run. Operators are named by their ids. */
export interface FaultPlan {
  /** Share of the lines to break. */
  readonly rate: number;
  /** The line operators that the share is drawn from; all that act on the dialect where there is none. */
  readonly drawn: readonly string[];
  /** Operators that act so many times in all. */
  readonly counts: readonly (readonly [id: string, count: number])[];
  /** Whether those choose lines or daily files: the run must be clean first then, and its share is broken afterwards too. */
  readonly afterwards: boolean;
}

/** A plan, how its lines are packed, and what is broken. */
export interface PackedPlan extends Plan, Compression {
  /** `tar`: an archive a server. All others: the one log of all servers, or one an organisation, cut into files. */
  readonly packaging: Packaging;
  /** Which files are compressed: all, none, or those that were cut off the one that is written to. */
  readonly compress: 'gzip' | 'none' | 'rotated';
  /** Key that the files are encrypted for, as gpg knows it; none where they are not. */
  readonly gpgRecipient?: string;
  readonly faults: FaultPlan;
}

/** Servers answer in groups of this size. */
const SERVERS_A_POOL = 2;

/** Servers of so many whole pools. */
export const serverCount = (pools: number): number => pools * SERVERS_A_POOL;

/** Number of pools of a run. */
export const poolCount = (servers: number): number => Math.ceil(servers / SERVERS_A_POOL);

/** The pools of a run, by index. */
export const poolsOf = (servers: number): number[] => Array.from({ length: poolCount(servers) }, (_, pool) => pool);

/** The pool of a server, both by index. */
export const poolOf = (server: number): number => Math.floor(server / SERVERS_A_POOL);

/** The servers of a pool, by index. */
export const serversOf = (pool: number, servers: number): number[] =>
  [pool * SERVERS_A_POOL, pool * SERVERS_A_POOL + 1].filter((server) => server < servers);

/** The role of servers where no file of a site says otherwise. */
export const ROLE = 'edxapp';

/** `prod-edxapp-001` is the server of index 0. */
export const serverName = (server: number): string => `prod-${ROLE}-${String(server + 1).padStart(3, '0')}`;

/** The organisations whose lines are written. */
const orgsOf = ({ offerings, site }: Plan): string[] =>
  site?.org === undefined ? [...new Set(offerings.map(({ course }) => course.org))] : [site.org];

/** The logs that all servers of a run write to, by name: none where each has its own, one of the site, or one an organisation. */
export const logsOf = (plan: PackedPlan): string[] =>
  plan.packaging === 'tar' ? [] : plan.packaging === 'package' ? orgsOf(plan) : [SITE_LOG];

/** Lines of a learner in a day, about, and of a server's health checks. */
const LINES = { learner: 3, server: { none: 0, elb: 7200, local: 14_400 } };

/** Very rough estimate of a run's lines. */
export const linesAbout = ({ users, days, servers, heartbeats }: Plan): number =>
  days * (users * LINES.learner + servers * LINES.server[heartbeats]);

/** When a run ends: its lines are before this. */
export const endOf = ({ start, days }: Plan): number => start + days * DAY;

/** Longer lines, with their newlines, the platform does not write. */
export const LONGEST_LINE: Readonly<Record<Dialect, number>> = {
  documented: Infinity,
  deployed: Infinity,
  current: LINE_DROP + 1,
};

/** Encoder of an event type's lines in a plan's dialect. */
export const encoderOf = ({ dialect, loadable }: Plan, type: EventType): LineEncoder =>
  (loadable ? wholeLineEncoder : lineEncoder)(type, dialect);
