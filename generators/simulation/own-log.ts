import type { Course } from '../course/course.ts';
import type { Notes } from '../incidents/notes.ts';
import type { Line } from '../model/line.ts';
import type { Log, MissingLine } from './log.ts';

/** A line, as far as its course depends on it. */
type OfCourse = Partial<Pick<Line, 'visit' | 'course'>>;

/** The course that a line is of, by its index among a pool's: that which is visited, or which a line of nobody's visit names; -1 where there is none. */
export function courseOf(
  { visit, course }: OfCourse,
  courses: readonly { readonly offering: { readonly course: Course } }[],
): number {
  if (visit === undefined)
    return course === undefined ? -1 : courses.findIndex(({ offering }) => offering.course === course);
  const usual = visit.learner.offering;
  const { id } = visit.course;
  return courses[usual]!.offering.course.id === id
    ? usual
    : courses.findIndex(({ offering }) => offering.course.id === id);
}

/** What of a pool {@link OwnLog} has to know. */
interface Courses {
  /** The course of a line, as {@link courseOf} gives it. */
  of(line: OfCourse): number;
  /** Whether lines of a course, or of none, are written; undefined where all are. */
  readonly isOwn: ((course: number) => boolean) | undefined;
}

/** The log behind incidents: of the lines of a site, all of which they happen to, takes those that are written or missing in this run, and notes which courses they are of. */
export class OwnLog implements Log {
  readonly #log: Log;
  readonly #courses: Courses;
  readonly #notes: Notes | undefined;

  constructor(log: Log, courses: Courses, notes: Notes | undefined) {
    this.#log = log;
    this.#courses = courses;
    this.#notes = notes;
  }

  line(line: Line): boolean | void {
    const { isOwn } = this.#courses;
    const { marks } = line;
    if (marks === undefined && isOwn === undefined) return this.#log.line(line);
    const course = this.#courses.of(line);
    if (isOwn?.(course) === false) return;
    const isLogged = this.#log.line(line);
    if (marks !== undefined && isLogged !== false)
      for (const { incident } of marks) this.#notes?.concerns(incident, course);
    return isLogged;
  }

  missing(line: MissingLine, incident: number): void {
    const course = this.#courses.of(line);
    if (this.#courses.isOwn?.(course) === false) return;
    this.#notes?.concerns(incident, course);
    this.#log.missing?.(line, incident);
  }
}
