/** What an app asks the LMS for as one of its pages is opened. */
import { timeZoneOf } from '../../learners/languages.ts';
import { arrival } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { appsOf } from './addresses.ts';
import type { Lines, Parameters } from './lines.ts';

export interface Ask {
  readonly path: string;
  readonly GET?: Parameters | undefined;
}

/** What the learning app asks for all its pages [MFE data/api]. */
export const asksOfCourse = ({ course, learner }: SessionContext): Ask => ({
  path: `/api/course_home/course_metadata/${course.id}`,
  GET: { browser_timezone: timeZoneOf(learner) },
});

/** What it asks for one of those around the units. */
export const asksOfTab = (visit: SessionContext, tab: 'outline' | 'progress' | 'dates'): readonly Ask[] => [
  asksOfCourse(visit),
  { path: `/api/course_home/${tab}/${visit.course.id}` },
];

/** Asks for all at once, so many microseconds from now; gives when the page has done so. */
export function ask(lines: Lines, visit: SessionContext, asks: readonly Ask[], delay: number): number {
  const referer = `${appsOf(visit.course)}/`;
  for (const [nth, { path, GET = {} }] of asks.entries())
    lines.request(visit, referer, path, delay + arrival(visit, nth), { GET });
  return delay + arrival(visit, asks.length);
}
