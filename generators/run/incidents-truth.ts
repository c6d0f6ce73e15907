/** What went wrong in a run, of all its pools: truth/incidents.jsonl and truth/missing.jsonl [docs/incidents.md]. */
import { INCIDENTS_TRUTH, MISSING_TRUTH, NOTES, truthPiece } from '../../src/archive/file-names.ts';
import { formatInstant } from '../../src/base/time.ts';
import { draftWhole, readWhole, type HashedFile, type Store } from '../../src/store/store.ts';
import { MET, type PlannedIncident } from '../incidents/incident.ts';
import { kindOf } from '../incidents/index.ts';
import type { Note } from '../incidents/notes.ts';
import { machinesOf, placeCount } from '../simulation/fleet.ts';
import { poolsOf, type PackedPlan } from '../simulation/plan.ts';
import type { Role, Roles } from '../truth/roles.ts';
import { serverNames } from './record.ts';

/** Notes of a pool, in the order of the plan's incidents. */
async function notesIn(store: Store, pool: number): Promise<Note[]> {
  const text = (await readWhole(store, truthPiece(pool, NOTES))).toString();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Note);
}

/**
 * Reads what each pool has noted of a run's incidents.
 *
 * @param store holds the pieces
 */
export async function readNotes(store: Store, plan: PackedPlan): Promise<Note[][]> {
  const pools: Note[][] = [];
  for (const pool of poolsOf(plan.servers)) pools.push(await notesIn(store, pool));
  return pools;
}

/** The roles that people play, in the order of the plan's incidents. */
export function rolesIn(incidents: readonly PlannedIncident[], pools: readonly (readonly Note[])[]): Roles {
  const roles = new Map<string, Role[]>();
  for (const notes of pools)
    for (const [index, { users }] of notes.entries())
      for (const { username, role } of users) {
        const own = roles.get(username) ?? [];
        own.push({ incident: incidents[index]!.id, role });
        roles.set(username, own);
      }
  return roles;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const isMet = ({ role }: Note['users'][number]): boolean => role === MET.role;

/** The machines that an incident strikes, of those that answer while it lasts. */
function struckBy(incident: PlannedIncident, plan: PackedPlan): string[] {
  const { from, to } = incident;
  const kind = kindOf(incident);
  const pools = poolsOf(plan.servers);
  return pools.flatMap((pool) => {
    const machines = machinesOf(plan, pool);
    const at = { plan, incident, pool, pools: pools.length, places: placeCount(machines) };
    return machines
      .filter((machine) => machine.place >= 0 && machine.from < to && machine.to > from)
      .filter(({ place }) => kind.strikes?.(at, place))
      .map(({ name }) => name);
  });
}

/** An incident as the truth tells it. */
function entryOf(incident: PlannedIncident, plan: PackedPlan, notes: readonly Note[]) {
  const { id, kind, from, to, values } = incident;
  const struck = struckBy(incident, plan);
  const where = notes.flatMap((note) => note.where);
  const missing = notes.flatMap((note) => note.missing);
  const of = notes.flatMap((note) => note.courses);
  // Those of the people who have a part in it, whether lines tell of it or not.
  const players = notes.flatMap(({ users }, pool) => (users.length > 0 ? serverNames(pool, plan) : []));
  const lines = (how: keyof Note['lines']): number => sum(notes.map((note) => note.lines[how]));
  return {
    id,
    kind,
    from: formatInstant(from),
    to: formatInstant(to),
    parameters: values,
    struck: struck.toSorted(),
    servers: [...new Set([...struck, ...players, ...[...where, ...missing].map(({ server }) => server)])].sort(),
    courses: plan.offerings.filter((_, index) => of.includes(index)).map(({ course }) => course.id),
    // Those who have only met the others come last: accounts of one person stay beside each other.
    users: notes.flatMap(({ users }) => users).toSorted((one, other) => Number(isMet(one)) - Number(isMet(other))),
    lines: { written: lines('written'), changed: lines('changed'), missing: lines('missing') },
    where,
  };
}

/**
 * Writes the truth of a run's incidents, from the notes of its pools.
 *
 * @param store the files become drafts of it
 * @param pools what each has noted
 * @param ofLogs what is known of the lines of logs that all servers write to, by incident
 * @returns the drafts
 */
export async function writeIncidents(
  store: Store,
  plan: PackedPlan,
  incidents: readonly PlannedIncident[],
  pools: readonly (readonly Note[])[],
  ofLogs: readonly Note[] = [],
): Promise<HashedFile[]> {
  const all = incidents.map((incident, index) => ({
    incident,
    notes: [...pools.map((notes) => notes[index]!), ...ofLogs.slice(index, index + 1)],
  }));
  const entries = all.map(({ incident, notes }) => entryOf(incident, plan, notes));
  const missing = all.flatMap(({ incident: { id }, notes }) =>
    notes.flatMap((note) => note.missing.map((gap) => ({ id, ...gap }))),
  );
  const textOf = (lines: readonly object[]): Buffer =>
    Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return [
    await draftWhole(store, INCIDENTS_TRUTH, textOf(entries)),
    await draftWhole(store, MISSING_TRUTH, textOf(missing)),
  ];
}
