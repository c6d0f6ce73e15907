/** How a site's lines are packed into files; see Packaging in docs/format.md. */
import { dayName, formatInstant, MILLISECOND, SECOND } from '../base/time.ts';
import type { Dialect } from './dialect.ts';

/** A daily file's name, without its ending. */
export const DAILY_FILE = 'tracking.log-';

/**
 * How the lines of a run are packed: a tar a server; or the one log that all servers write to, as Tutor's sites have it, as native
 * installs cut it, or as edX hands it to organisations.
 */
export const PACKAGINGS = ['tar', 'tutor', 'native', 'package'] as const;
export type Packaging = (typeof PACKAGINGS)[number];

/** Name of the file that the platform appends to, until somebody cuts it: Tutor's sites never do. */
export const LOG_FILE = 'tracking.log';

/** `current`, native installs: each hour logrotate cuts the file, so many minutes after it, if it has more bytes than these. */
export const HOURLY = { minute: 17, bytes: 1024 * 1024 } as const;

/** Name of what was cut off the file, by the second of the cut since 1970: `tracking.log-20260302-1772439421`. */
export const cutFile = (second: number): string => `${DAILY_FILE}${dayName(second * SECOND)}-${second}`;

/** Name of a data package's file, of the day that holds a time: `MITx-prod-events-2026-03-02.log`. */
export const packageFile = (org: string, time: number): string =>
  `${org}-prod-events-${formatInstant(time).slice(0, 10)}.log`;

/**
 * `deployed`: when logrotate cuts the daily file, in minutes after midnight GMT; by how many minutes it usually is earlier or
 * later, and by how many it may be.
 */
export const ROTATION = { minute: 6 * 60 + 25, usual: 3, leeway: 10 } as const;

/** When daily files are cut, in minutes after midnight, and by how many minutes earlier or later they may be. */
export const CUTS: Record<
  Dialect,
  { readonly minute: number; readonly leeway: number; readonly named: 'first' | 'last' }
> = {
  documented: { minute: 0, leeway: 0, named: 'first' },
  deployed: { ...ROTATION, named: 'last' },
  current: { minute: 0, leeway: 0, named: 'first' },
};

/** By how many microseconds a line's time may lie before that of a line above it: a web process's, and a worker's. */
export const LATENESS: Record<Dialect, { readonly web: number; readonly worker: number }> = {
  documented: { web: 0, worker: 0 },
  deployed: { web: 0, worker: 0 },
  current: { web: 50 * MILLISECOND, worker: 5 * SECOND },
};
