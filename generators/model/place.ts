import type { Sequence } from '../course/course.ts';

/** A page that somebody opens, by what it is for: each platform has an address of its own for it. */
export type Place =
  | 'front'
  | 'courses'
  | 'about'
  | 'dashboard'
  | 'info'
  | 'courseware'
  | 'forum'
  | 'peer grading'
  | 'staff grading'
  | 'instructor'
  | Sequence;

/** What staff ask a course's page for instructors for, by what the platform of 2013 calls it. */
export type StaffDeed =
  | 'list-students'
  | `dump-grades${'' | '-raw' | '-csv' | '-csv-raw'}`
  | 'dump-answer-dist-csv'
  | `list-${'staff' | 'instructors' | 'beta-testers'}`;
