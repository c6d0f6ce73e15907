import { DAY } from '../../src/base/time.ts';
import { digest } from '../../src/base/digest.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { COURSES } from '../course/by-dialect.ts';
import type { Offering } from '../simulation/offering.ts';
import type { Plan } from '../simulation/plan.ts';
import { fleetsOf } from './plan-fleets.ts';
import type { LoadedCourse, LoadedSite } from './load.ts';

/** What the courses of a site depend on beside its file. */
interface Run {
  readonly seed: string;
  readonly dialect: Dialect;
  /** The first midnight, microseconds since 1970. */
  readonly start: number;
  readonly org: string | undefined;
  /** The first midnight of a date. Throws UserError when there is no such day. */
  readonly midnight: (date: string) => number;
  /** The seed of session keys of a course. */
  readonly keySeedOf: (seed: string, behaviour: LoadedCourse['behaviour']) => string;
}

/** The first date that a site names; undefined where it names none. */
export const firstDate = ({ courses }: LoadedSite): string | undefined =>
  courses
    .map(({ start }) => start)
    .filter((start) => typeof start === 'string')
    .sort()[0];

function offeringOf({ course, isGivenAgain, ...given }: LoadedCourse, run: Run): Offering {
  // A short address, which every draw begins with; the same in all dialects.
  const seed = `${run.seed}/${digest(course.id).slice(0, 6)}`;
  const { behaviour, length, share, isSelfPaced, fleet } = given;
  const start = typeof given.start === 'number' ? run.start + given.start * DAY : run.midnight(given.start);
  if (start < run.start)
    throw optionError`${course.id} begins before the run, on ${given.start}; let the run begin then with ${option('start')}, or leave it out`;
  const end = length === undefined ? undefined : start + length * DAY;
  const named = COURSES[run.dialect](course, isGivenAgain);
  return {
    seed,
    keySeed: run.keySeedOf(seed, behaviour),
    course: named,
    behaviour,
    start,
    end,
    share,
    isSelfPaced,
    fleet,
  };
}

/**
 * The courses of a site, and what is the site's, for a run's plan.
 *
 * @throws UserError when a course begins before the run, or none is of the organisation
 */
export function planSite(site: LoadedSite, run: Run): Pick<Plan, 'offerings' | 'site'> {
  const [first, ...others] = site.courses.map((course) => offeringOf(course, run));
  const orgs = [...new Set(site.courses.map(({ course: { org } }) => org))];
  if (run.org !== undefined && !orgs.includes(run.org))
    throw optionError`${option('org')} must be one that has courses on the site, ${orgs.join(' or ')}, not ${JSON.stringify(run.org)}`;
  const { second, further, workers } = site;
  const fleets = site.servers.length > 0 ? fleetsOf(site.servers, run.start) : undefined;
  return { offerings: [first!, ...others], site: { second, further, org: run.org, fleets, hasWorkers: workers } };
}
