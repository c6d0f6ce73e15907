import type { Course } from '../course/course.ts';
import type { Line } from '../model/line.ts';
import type { Log, MissingLine } from './log.ts';

/** The course that a line is of, by its index among a pool's: that which is visited, or which a line of nobody's visit names; -1 where there is none. */
export function courseOf(
  { visit, course }: Partial<Pick<Line, 'visit' | 'course'>>,
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

/** Of a site's lines takes those of an organisation, written or missing: incidents happen to all of them. */
export class OwnLog implements Log {
  readonly #log: Log;
  readonly #isOwn: (line: Partial<Pick<Line, 'visit' | 'course'>>) => boolean;

  constructor(log: Log, isOwn: (line: Partial<Pick<Line, 'visit' | 'course'>>) => boolean) {
    this.#log = log;
    this.#isOwn = isOwn;
  }

  line(line: Line): boolean | void {
    return this.#isOwn(line) ? this.#log.line(line) : undefined;
  }

  missing(line: MissingLine, incident: number): void {
    if (this.#isOwn(line)) this.#log.missing?.(line, incident);
  }
}
