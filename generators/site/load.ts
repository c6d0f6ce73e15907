import { dirname, isAbsolute, join } from 'node:path';
import { BOUNDS } from '../../src/base/bounds.ts';
import { printable } from '../../src/base/printable.ts';
import { checkShape } from '../../src/base/user-files/check-shape.ts';
import { unexpected, type FileFinding } from '../../src/base/user-files/finding.ts';
import { readFile, throwFindings } from '../../src/base/user-files/read-file.ts';
import type { Source } from '../../src/base/user-files/source.ts';
import { builtInCourse, builtInFile } from '../course/built-in.ts';
import { TODAYS_RUN } from '../course/by-dialect.ts';
import type { Course } from '../course/course.ts';
import type { CourseFile } from '../course/course-file.ts';
import { readCourseFile } from '../course/load.ts';
import { resolveCourse } from '../course/resolve.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import { loadBehaviour } from '../learners/load-behaviour.ts';
import { DEFAULT_PRESET, type PresetName } from '../learners/preset-names.ts';
import { loadPreset } from '../learners/presets.ts';
import { askedIn, type AskedIncident, type IncidentEntry } from '../incidents/resolve.ts';
import { cutTo, openAll } from './cut-course.ts';
import { checkFleets } from './plan-fleets.ts';
import { BUILT_IN, siteFileSchema, type SiteCourse, type SiteFile, type SiteFleet } from './site-file.ts';

/** A course of a site, with the files that it names read. */
export interface LoadedCourse {
  /** Named as in 2013. */
  readonly course: Course;
  /** Whether it is the built-in course under its own run, which today is another. */
  readonly isGivenAgain: boolean;
  readonly behaviour: Behaviour;
  /** A date, or days after the run's first. */
  readonly start: string | number;
  /** Days until it is over; undefined where it stays open. */
  readonly length: number | undefined;
  readonly share: number;
  /** Whether people begin when they like, with all of it open and nothing due. */
  readonly isSelfPaced: boolean;
  /** The fleet that answers for it, by index. */
  readonly fleet: number;
}

/** A site file with the files that it names read. */
export interface LoadedSite {
  readonly courses: readonly LoadedCourse[];
  /** Chances that somebody takes a second course, and that it takes one more, and again. */
  readonly second: number;
  readonly further: number;
  /** Its servers by role; none where they are as in any run. */
  readonly servers: readonly SiteFleet[];
  readonly workers: boolean;
  /** What goes wrong on it. */
  readonly incidents: readonly AskedIncident[];
}

/** The first and the last day that a run may begin on. */
const EARLIEST = '1970-01-02';
const LATEST = '2200-01-01';

const isDay = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && date >= EARLIEST && date <= LATEST;
};

/** A course at one's own pace is open for a year, unless its file says otherwise. */
const SELF_PACED_DAYS = 365;

/** A few per cent of the people of a site take several courses in a term (choices). */
const ENROLMENTS = { second: 0.12, further: 0.3 };

/**
 * Reads a site from a YAML or JSON file, and the courses and behaviours that it names.
 *
 * @throws FileError when one of them cannot be read, or says what is not allowed
 */
export const loadSite = (path: string): LoadedSite => siteOf(path, readFile(path));

/** The site that a file says. Throws FileMistakes when it, or a file that it names, says what it may not. */
export function siteOf(path: string, source: Source): LoadedSite {
  throwFindings(path, source, checkShape(siteFileSchema, source.value));
  const site = source.value as SiteFile;
  const { most } = BOUNDS.siteCourses;
  const { length } = site.courses;
  if (length > most) throwFindings(path, source, [unexpected(['courses'], `at most ${most} courses`, String(length))]);
  const beside = (file: string): string => (isAbsolute(file) ? file : join(dirname(path), file));
  // Courses of one preset share it, and what is made of it.
  const presets = new Map<PresetName, Behaviour>();
  const presetOf = (name: PresetName): Behaviour => {
    const preset = presets.get(name) ?? loadPreset(name);
    presets.set(name, preset);
    return preset;
  };
  const findings: FileFinding[] = [];
  const courses = site.courses.map((course, index) => {
    if (course.preset !== undefined && course.behaviour !== undefined)
      findings.push({
        path: ['courses', index, 'preset'],
        message: 'has no meaning beside behaviour, whose file names its preset; leave one of them out',
      });
    return loadCourse(course, site, { beside, presetOf }, (found) =>
      findings.push({ ...found, path: ['courses', index, ...found.path] }),
    );
  });
  if (courses.every(({ share }) => share === 0))
    findings.push(unexpected(['courses'], 'at least one share above zero', 'only zeros'));
  const { servers = [], workers = false } = site;
  throwFindings(path, source, [...findings, ...checkIds(courses), ...checkFleets(servers)]);
  const incidents = (site.incidents ?? []) as readonly IncidentEntry[];
  return {
    courses,
    ...ENROLMENTS,
    ...site.enrolments,
    servers,
    workers,
    incidents: incidents.map((entry, index) => askedIn(entry, `${printable(path)}: incidents[${index}]`)),
  };
}

function loadCourse(
  entry: SiteCourse,
  { address, servers: fleets = [] }: SiteFile,
  { beside, presetOf }: { beside: (file: string) => string; presetOf: (name: PresetName) => Behaviour },
  found: (finding: FileFinding) => void,
): LoadedCourse {
  const { course: name = BUILT_IN, start = 0, length, preset = DEFAULT_PRESET, behaviour, share = 1 } = entry;
  const { org, number, run, title, servers } = entry;
  const isSelfPaced = entry.pace === 'self';
  const own = { ...(org && { org }), ...(number && { number }), ...(run && { run }), ...(title && { title }) };
  const isBuiltIn = name === BUILT_IN;
  const isAsItIs =
    isBuiltIn && Object.keys(own).length === 0 && address === undefined && length === undefined && !isSelfPaced;
  const file: CourseFile = {
    ...(isBuiltIn ? builtInFile() : readCourseFile(beside(name))),
    ...own,
    ...(address !== undefined && { site: address }),
  };
  if (typeof start === 'string' && !isDay(start))
    found(unexpected(['start'], `a day that exists, from ${EARLIEST} to ${LATEST}`, start));
  const fleet = servers === undefined ? 0 : fleets.findIndex(({ role }) => role === servers);
  if (fleet < 0)
    found(
      unexpected(
        ['servers'],
        `the role of servers of the site: ${fleets.map(({ role }) => role).join(', ') || 'it has none'}`,
        servers!,
      ),
    );
  const chapters = isSelfPaced
    ? openAll(file.chapters)
    : length === undefined
      ? file.chapters
      : cutTo(file.chapters, length);
  if (chapters.length === 0)
    found(unexpected(['length'], 'days that its first chapter opens in', `${length}, by when none has opened`));
  return {
    // The same object in all runs, which knows its sequences already.
    course: isAsItIs ? builtInCourse() : resolveCourse({ ...file, chapters }),
    isGivenAgain: isBuiltIn && run === undefined,
    behaviour: behaviour === undefined ? presetOf(preset) : loadBehaviour(beside(behaviour)),
    start,
    length: isSelfPaced ? (length ?? SELF_PACED_DAYS) : length,
    share,
    isSelfPaced,
    fleet: Math.max(0, fleet),
  };
}

/** Each course must have a name of its own, then and today. */
function checkIds(courses: readonly LoadedCourse[]): FileFinding[] {
  const owners = new Map<string, number>();
  return courses.flatMap(({ course: { org, number, run }, isGivenAgain }, index) => {
    const ids = [run, ...(isGivenAgain ? [TODAYS_RUN] : [])].map((each) => `${org}/${number}/${each}`);
    const taken = ids.find((id) => owners.has(id));
    for (const id of ids) owners.set(id, owners.get(id) ?? index);
    if (taken === undefined) return [];
    const message = `expected a name of its own, got ${taken}, as courses[${owners.get(taken)!}] has: give it another org, number or run`;
    return [{ path: ['courses', index], message }];
  });
}
