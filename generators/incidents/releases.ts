/** What is changed on the servers: a release that writes lines of another shape, and machines that others replace. */
import { hash, hashedShare } from '../../src/base/random/index.ts';
import { MINUTE } from '../../src/base/time.ts';
import type { Dialect, EventType } from '../../src/spec/index.ts';
import { problemChecked, saveProblemCheck } from '../../src/spec/events/index.ts';
import type { Course } from '../course/course.ts';
import type { Line } from '../model/line.ts';
import {
  isOfWorker,
  MACHINE,
  moment,
  numberOf,
  spell,
  strikesPool,
  type Incident,
  type PlannedIncident,
  type Scene,
} from './incident.ts';

/** An event that a release calls otherwise, as edX did in 2013. */
interface Renamed {
  readonly from: EventType;
  readonly to: EventType;
}

const OF_2013: Renamed = { from: saveProblemCheck, to: { ...saveProblemCheck, name: 'problem_check' } };
const RENAMED: Readonly<Record<Dialect, Renamed>> = {
  documented: OF_2013,
  deployed: OF_2013,
  current: { from: problemChecked, to: { ...problemChecked, name: 'edx.problem.checked' } },
};

/** A field of 2013 that no line had before: the context of a line. Lines of a course have one that they share. */
function contextField(): (line: Line) => string {
  const known = new Map<Course | undefined, string>();
  return ({ visit }) => {
    const course = visit?.course;
    const found = known.get(course);
    if (found) return found;
    const context = course ? `{"course_id": "${course.id}", "org_id": "${course.org}"}` : '{}';
    const field = `, "context": ${context}`;
    known.set(course, field);
    return field;
  };
}

/** A field of today that no line had before: an id that leads to other logs. */
const traceField =
  ({ plan: { seed }, incident: { id } }: Scene) =>
  ({ visit, time }: Line): string => {
    const digits = [0, 1, 2, 3].map((part) => hash(seed, `${id}/${visit?.learner.number ?? 0}/${part}`, time));
    return `, "trace_id": "${digits.map((part) => part.toString(16).padStart(8, '0')).join('')}"`;
  };

const release: Incident = {
  id: 'release',
  family: 'platform',
  about:
    'A release changes the shape of lines: they have a field more, an event has another name. Machines get it one after the other.',
  roles: {},
  parameters: {
    ...spell(3.4, 87_840),
    what: { about: 'what it changes', default: 'both', words: ['field', 'name', 'both'] },
    minutes: { about: 'until the last machine has it', unit: 'minutes', default: 30, least: 0, most: 10_080 },
  },
  causes: ['event-type'],
  strikes: () => true,
  begin(scene) {
    const { plan, incident, pool } = scene;
    const { from, to, values } = incident;
    const what = values['what'];
    const rename = what === 'field' ? undefined : RENAMED[plan.dialect];
    const isToday = plan.dialect === 'current';
    const fieldOf = what === 'name' ? undefined : isToday ? traceField(scene) : contextField();
    const lasts = numberOf(scene, 'minutes') * MINUTE;
    // By server; to draw it for each line is felt.
    const known: number[] = [];
    const begins = (server: number): number =>
      (known[server] ??= from + Math.round(hashedShare(plan.seed, incident.id, pool * 1000 + server) * lasts));
    return {
      ship(line) {
        if (line.time >= to || line.time < begins(line.server)) return line;
        const isRenamed = line.type === rename?.from;
        if (isRenamed) line.renamed = rename.to;
        if (fieldOf) line.more += fieldOf(line);
        return fieldOf || isRenamed ? scene.marked(line, 'changed') : line;
      },
    };
  },
};

const RENEWED = 'fleet-renewed';

/** When other machines take the place of a pool's, microseconds since 1970. */
export const renewals = (incidents: readonly PlannedIncident[] | undefined, pool: number): number[] =>
  (incidents ?? [])
    .filter((incident) => incident.kind === RENEWED && strikesPool({ incident, pool }))
    .map(({ from }) => from)
    .sort((a, b) => a - b);

const fleetRenewed: Incident = {
  id: RENEWED,
  family: 'platform',
  about:
    'Other machines take the place of all, with the next numbers: files of the old ones end in the midst of a day, and those of the new begin. People do not notice.',
  roles: {},
  parameters: { ...moment(3.25), pool: MACHINE.pool },
  causes: [],
  strikes: strikesPool,
  begin(scene) {
    const { from } = scene.incident;
    if (!strikesPool(scene)) return {};
    // Until the site itself puts other machines there, which are the same without the incident. By place.
    const known: number[] = [];
    const until = (place: number): number => (known[place] ??= scene.standsUntil(place, from));
    return {
      ship: (line) =>
        line.time < from || line.time >= until(line.server) || isOfWorker(scene, line)
          ? line
          : scene.marked(line, 'changed'),
    };
  },
};

export const releases: readonly Incident[] = [release, fleetRenewed];
