import { DAY, HOUR } from '../../src/base/time.ts';
import { unexpected, type FileFinding, type Path } from '../../src/base/user-files/finding.ts';
import type { Fleet, Service } from '../simulation/offering.ts';
import type { SiteFleet } from './site-file.ts';

type Change = NonNullable<SiteFleet['changes']>[number];

/** A place of a pool, and the machines that have stood there so far, the last perhaps still. */
type Place = { from: number; to: number | undefined }[];

const isUp = (place: Place, time: number): boolean => {
  const last = place.at(-1)!;
  return last.from <= time && (last.to === undefined || last.to > time);
};

/** Makes a change at a time, microseconds since 1970; tells what is wrong with it. */
function change(places: Place[], { renew, grow = 0, lose = 0, hours }: Change, time: number): string | undefined {
  const up = places.filter((place) => isUp(place, time));
  if (up.some((place) => place.at(-1)!.from === time || place.at(-1)!.to !== undefined))
    return 'an earlier change is not over by then';
  if (renew) {
    for (const place of up) {
      place.at(-1)!.to = time;
      place.push({ from: time, to: undefined });
    }
  }
  for (let count = 0; count < grow; count += 1) places.push([{ from: time, to: undefined }]);
  if (lose >= up.length && lose > 0) return `a pool has ${up.length} then, and one must be left`;
  for (const place of up.slice(0, lose)) {
    place.at(-1)!.to = time;
    if (hours !== undefined) place.push({ from: time + Math.round(hours * HOUR), to: undefined });
  }
  return undefined;
}

/** The machines of a pool over the time of a run that begins at a time; tells what is wrong with a change. */
function placesOf(
  { changes = [] }: SiteFleet,
  start: number,
  found: (path: Path, message: string) => void,
): Service[][] {
  const places: Place[] = [[{ from: start, to: undefined }], [{ from: start, to: undefined }]];
  for (const [index, each] of changes.entries()) {
    const wrong = change(places, each, start + Math.round(each.day * DAY));
    if (wrong !== undefined) found(['changes', index], wrong);
  }
  return places;
}

/** The fleets of a site whose run begins at a time, microseconds since 1970. */
export const fleetsOf = (fleets: readonly SiteFleet[], start: number): Fleet[] =>
  fleets.map((fleet) => ({
    role: fleet.role,
    pools: fleet.pools ?? 1,
    places: placesOf(fleet, start, () => {}),
  }));

/** What is wrong with fleets whose every value is allowed. */
export function checkFleets(fleets: readonly SiteFleet[]): FileFinding[] {
  const roles = fleets.map(({ role }) => role);
  return fleets.flatMap((fleet, index) => {
    const findings: FileFinding[] = [];
    const path: Path = ['servers', index];
    if (roles.indexOf(fleet.role) < index)
      findings.push(unexpected([...path, 'role'], 'a role of its own', `${fleet.role} again`));
    for (const [each, { renew, grow, lose, hours, day }] of (fleet.changes ?? []).entries()) {
      const at = [...path, 'changes', each];
      if ([renew, grow, lose].filter((what) => what !== undefined).length !== 1)
        findings.push({ path: at, message: 'expected one of renew, grow and lose' });
      if (hours !== undefined && lose === undefined)
        findings.push({ path: [...at, 'hours'], message: 'has no meaning without lose' });
      if (day < (fleet.changes![each - 1]?.day ?? 0))
        findings.push(unexpected([...at, 'day'], 'no day before that of the change above', String(day)));
    }
    if (findings.length === 0)
      placesOf(fleet, 0, (where, message) => findings.push({ path: [...path, ...where], message }));
    return findings;
  });
}
