/** The schema of a site file, as people write it in YAML or JSON. Each description says what is allowed there. */
import type { Static } from 'typebox';
import { Type } from '../../src/base/type.ts';
import { listOf, number, strict, whole } from '../../src/base/user-files/schema.ts';
import { courseFileSchema } from '../course/course-file.ts';
import { incidentsSchema } from '../incidents/resolve.ts';
import { PRESETS } from '../learners/preset-names.ts';

/** What a course is given as that has no file. */
export const BUILT_IN = 'built-in';

const { org, number: courseNumber, run, title, site } = courseFileSchema.properties;

const file = (what: string) =>
  Type.String({ pattern: '^[^\\p{Cc}]+$', description: `${what}, from this file’s folder on` });

/** Roles of servers that answer, as their names have them. */
const ROLES = ['edxapp', 'edx', 'edge'] as const;

const course = strict(
  {
    course: Type.Optional(file(`${BUILT_IN}, or the path of a course file`)),
    org: Type.Optional(org),
    number: Type.Optional(courseNumber),
    run: Type.Optional(run),
    title: Type.Optional(title),
    start: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0, maximum: 3660 }), Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })], {
        description: 'its first day, UTC: a date, YYYY-MM-DD, or days after the run’s first day, 0 to 3660',
      }),
    ),
    length: Type.Optional(whole(1, 3660, 'days until it is over')),
    preset: Type.Optional(Type.Enum(PRESETS, { description: `how people behave: ${PRESETS.join(', ')}` })),
    behaviour: Type.Optional(file('the path of a behaviour file')),
    pace: Type.Optional(
      Type.Enum(['instructor', 'self'], {
        description: 'who sets the pace: instructor, by the chapters’ days and deadlines, or self, without any',
      }),
    ),
    servers: Type.Optional(
      Type.Enum(ROLES, { description: `the role of the servers that answer for it: ${ROLES.join(', ')}` }),
    ),
    share: Type.Optional(number(0, 1e6, 'share of the people who are on the site for it first of all')),
  },
  'a course of the site: a mapping',
);

const change = strict(
  {
    day: number(0, 3660, 'when, in days after the run’s first midnight'),
    renew: Type.Optional(Type.Literal(true, { description: 'true: other machines take the place of all' })),
    grow: Type.Optional(whole(1, 20, 'machines more in each pool')),
    lose: Type.Optional(whole(1, 20, 'machines less in each pool')),
    hours: Type.Optional(number(0.1, 87_840, 'until others take the place of those that are lost')),
  },
  'a change of a fleet: a mapping with day, and renew, grow or lose',
);

const fleet = strict(
  {
    role: Type.Enum(ROLES, { description: `what they do, in their names: ${ROLES.join(', ')}` }),
    pools: Type.Optional(whole(1, 100, 'pools of two servers each')),
    changes: Type.Optional(listOf(change, 'a list of at least one change')),
  },
  'servers of a role: a mapping with role, pools and changes',
);

const enrolments = strict(
  {
    second: Type.Optional(number(0, 1, 'chance to take a second course')),
    further: Type.Optional(number(0, 0.99, 'chance to take one more, and again')),
  },
  'who takes more than one course: a mapping with second and further',
);

export const siteFileSchema = strict(
  {
    address: site,
    courses: listOf(course, 'a list of at least one course'),
    enrolments: Type.Optional(enrolments),
    servers: Type.Optional(listOf(fleet, 'a list of servers by role, at least one')),
    workers: Type.Optional(Type.Boolean({ description: 'whether workers write to logs of their own, true or false' })),
    incidents: Type.Optional(incidentsSchema()),
  },
  'a site: a mapping with courses',
);

/** A site as people write it: what is left out has a default, see `load.ts`. */
export type SiteFile = Static<typeof siteFileSchema>;
export type SiteCourse = SiteFile['courses'][number];
export type SiteFleet = Static<typeof fleet>;
