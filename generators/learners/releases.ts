/**
 * When versions of browsers came out, as their makers announced them: Chrome Releases (googlechromereleases.blogspot.com),
 * Mozilla's release notes, Apple's list of security updates, Microsoft's and Opera's announcements. What a browser sends beside its
 * version (engine, build) is of that version. The table ends in February 2014: after that nobody upgrades.
 */
import { parseInstant } from '../../src/base/time.ts';

const midnight = (day: string): number => parseInstant(`${day}T00:00:00.000000`);

/** A version, what belongs to it, and the day on which it came out, microseconds since 1970. */
export interface Release {
  readonly since: number;
  readonly parts: readonly string[];
}

/** A line a release: the day, and what an agent says of it. */
export const releases = (text: string): Release[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [day, ...parts] = line.trim().split(' ');
      return { since: midnight(day!), parts };
    });

/** Version, WebKit's. */
export const CHROME = releases(`
  2011-12-13 16.0.912.63 535.7
  2012-01-23 16.0.912.77 535.7
  2012-02-08 17.0.963.46 535.11
  2012-03-10 17.0.963.79 535.11
  2012-03-28 18.0.1025.142 535.19
  2012-04-30 18.0.1025.168 535.19
  2012-05-15 19.0.1084.46 536.5
  2012-05-23 19.0.1084.52 536.5
  2012-06-26 20.0.1132.43 536.11
  2012-07-11 20.0.1132.57 536.11
  2012-07-31 21.0.1180.60 537.1
  2012-08-30 21.0.1180.89 537.1
  2012-09-25 22.0.1229.79 537.4
  2012-10-10 22.0.1229.94 537.4
  2012-11-06 23.0.1271.64 537.11
  2012-12-11 23.0.1271.97 537.11
  2013-01-10 24.0.1312.52 537.17
  2013-01-30 24.0.1312.57 537.17
  2013-02-21 25.0.1364.97 537.22
  2013-03-04 25.0.1364.152 537.22
  2013-03-12 25.0.1364.172 537.22
  2013-03-26 26.0.1410.43 537.31
  2013-04-09 26.0.1410.64 537.31
  2013-05-21 27.0.1453.94 537.36
  2013-06-04 27.0.1453.110 537.36
  2013-06-18 27.0.1453.116 537.36
  2013-07-09 28.0.1500.72 537.36
  2013-07-30 28.0.1500.95 537.36
  2013-08-20 29.0.1547.57 537.36
  2013-09-03 29.0.1547.66 537.36
  2013-09-18 29.0.1547.76 537.36
  2013-10-01 30.0.1599.69 537.36
  2013-10-15 30.0.1599.101 537.36
  2013-11-14 31.0.1650.57 537.36
  2013-12-04 31.0.1650.63 537.36
  2014-01-14 32.0.1700.76 537.36
  2014-02-03 32.0.1700.107 537.36`);

export const FIREFOX = releases(`
  2011-12-20 9.0
  2012-01-31 10.0
  2012-03-13 11.0
  2012-04-24 12.0
  2012-06-05 13.0
  2012-07-17 14.0
  2012-09-06 15.0
  2012-10-09 16.0
  2012-11-20 17.0
  2013-01-08 18.0
  2013-02-19 19.0
  2013-04-02 20.0
  2013-05-14 21.0
  2013-06-25 22.0
  2013-08-06 23.0
  2013-09-17 24.0
  2013-10-29 25.0
  2013-12-10 26.0
  2014-02-04 27.0`);

/** Version, and Trident's; Windows XP ends with 8, Windows Vista with 9. */
export const EXPLORER = releases(`
  2009-03-19 8.0 4.0
  2011-03-14 9.0 5.0
  2013-02-26 10.0 6.0
  2013-11-07 11.0 7.0`);

/** System, WebKit's version, Safari's. */
export const SAFARI = releases(`
  2011-11-29 10_7_2 534.52.7 5.1.2
  2012-02-01 10_7_3 534.53.11 5.1.3
  2012-05-09 10_7_4 534.57.2 5.1.7
  2012-07-25 10_8 536.25 6.0
  2012-09-19 10_8_2 536.26.14 6.0.1
  2012-11-01 10_8_2 536.26.17 6.0.2
  2013-03-14 10_8_3 536.28.10 6.0.3
  2013-04-16 10_8_3 536.29.13 6.0.4
  2013-06-04 10_8_4 536.30.1 6.0.5
  2013-09-12 10_8_5 536.30.1 6.0.5
  2013-10-22 10_9 537.71 7.0
  2013-12-16 10_9_1 537.73.11 7.0.1`);

/** The Mac's system, for browsers that are not Apple's. */
export const MAC = releases(`
  2011-10-12 10_7_2
  2012-02-01 10_7_3
  2012-05-09 10_7_4
  2012-07-25 10_8_0
  2012-08-23 10_8_1
  2012-09-19 10_8_2
  2013-03-14 10_8_3
  2013-06-04 10_8_4
  2013-09-12 10_8_5
  2013-10-22 10_9_0
  2013-12-16 10_9_1`);

/** System, build, WebKit's version, Safari's, and its number. */
export const IOS = releases(`
  2011-11-10 5_0_1 9A405 534.46 5.1 7534.48.3
  2012-03-07 5_1 9B176 534.46 5.1 7534.48.3
  2012-05-07 5_1_1 9B206 534.46 5.1 7534.48.3
  2012-09-19 6_0 10A403 536.26 6.0 8536.25
  2012-11-01 6_0_1 10A523 536.26 6.0 8536.25
  2013-01-28 6_1 10B141 536.26 6.0 8536.25
  2013-02-19 6_1_2 10B146 536.26 6.0 8536.25
  2013-03-19 6_1_3 10B329 536.26 6.0 8536.25
  2013-09-18 7_0 11A465 537.51.1 7.0 9537.53
  2013-10-22 7_0_3 11B511 537.51.1 7.0 9537.53
  2013-11-14 7_0_4 11B554a 537.51.1 7.0 9537.53`);

/** Version, and Presto's. */
export const OPERA = releases(`
  2011-12-06 11.60 2.10.229
  2012-03-27 11.62 2.10.229
  2012-06-14 12.00 2.10.289
  2012-08-30 12.02 2.10.289
  2012-11-20 12.11 2.12.388
  2012-12-18 12.12 2.12.388
  2013-02-05 12.14 2.12.388
  2013-04-04 12.15 2.12.388
  2013-07-04 12.16 2.12.388`);

/** Chrome for Android: version, WebKit's. */
export const CHROME_ANDROID = releases(`
  2012-06-27 18.0.1025.123 535.19
  2012-09-26 18.0.1025.166 535.19
  2013-01-30 18.0.1025.469 535.19
  2013-02-27 25.0.1364.123 537.22
  2013-04-03 26.0.1410.58 537.31
  2013-05-22 27.0.1453.90 537.36
  2013-07-10 28.0.1500.64 537.36
  2013-08-21 29.0.1547.59 537.36
  2013-10-01 30.0.1599.82 537.36
  2013-11-14 31.0.1650.59 537.36
  2014-01-15 32.0.1700.99 537.36`);

/** When Windows 8 came into the shops. */
export const WINDOWS_8 = midnight('2012-10-26');

/** The newest release that was out at a time; the first where none was, since the table begins there. */
export function releaseAt(all: readonly Release[], time: number): readonly string[] {
  let found = all[0]!;
  for (const release of all) if (release.since <= time) found = release;
  return found.parts;
}
