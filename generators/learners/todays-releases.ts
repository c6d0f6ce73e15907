/**
 * When versions of today's browsers came out, or are to come out: Chrome's, Firefox's and Edge's schedules of releases, Apple's list of security
 * updates, Samsung's and Opera's announcements. What a browser sends beside its version is frozen: systems and builds are the
 * same for all [Chrome's user-agent reduction, Safari's]. The table ends in July 2026: after that nobody upgrades.
 */
import { releases } from './releases.ts';

/** Version. Also what Edge is of, some days later. */
export const CHROME_TODAY = releases(`
  2025-03-04 134
  2025-04-01 135
  2025-04-29 136
  2025-05-27 137
  2025-06-24 138
  2025-08-05 139
  2025-09-02 140
  2025-09-30 141
  2025-10-28 142
  2025-12-02 143
  2026-01-13 144
  2026-02-10 145
  2026-03-10 146
  2026-04-07 147
  2026-05-05 148
  2026-06-02 149
  2026-06-30 150`);

export const FIREFOX_TODAY = releases(`
  2025-04-01 137
  2025-04-29 138
  2025-05-27 139
  2025-06-24 140
  2025-07-22 141
  2025-08-19 142
  2025-09-16 143
  2025-10-14 144
  2025-11-11 145
  2025-12-09 146
  2026-01-13 147
  2026-02-24 148
  2026-03-24 149
  2026-04-21 150
  2026-05-19 151
  2026-06-16 152`);

/** Safari's version, and what it says of the system on phones: with 26 it no longer tells. */
export const SAFARI_TODAY = releases(`
  2025-01-27 18.3 18_3
  2025-03-31 18.4 18_4
  2025-05-12 18.5 18_5
  2025-07-29 18.6 18_6
  2025-09-15 26.0 18_6
  2025-11-03 26.1 18_7
  2025-12-12 26.2 18_7
  2026-02-11 26.3 18_7
  2026-03-24 26.4 18_7`);

/** Version, and Chrome's that it is of. */
export const SAMSUNG_TODAY = releases(`
  2024-11-04 27.0 125
  2025-04-07 28.0 130
  2025-10-25 29.0 136`);

/** Version, and Chrome's that it is of. */
export const OPERA_TODAY = releases(`
  2025-07-29 120 135
  2025-09-09 122 138
  2025-11-13 124 140
  2025-12-11 125 141
  2026-01-22 126 142
  2026-02-19 127 143
  2026-03-26 129 145`);
