/** Every kind of incident; a family's stand in one file. */
import { FAMILIES, MET, type Incident, type PlannedIncident } from './incident.ts';
import { copying } from './copying.ts';
import { gaming } from './gaming.ts';
import { sharing } from './sharing.ts';
import { machines } from './outage.ts';
import { plagiarism } from './plagiarism.ts';
import { releases } from './releases.ts';
import { shipping } from './shipping.ts';
import { newcomers } from './newcomers.ts';
import { teaching } from './teaching.ts';
import { traffic } from './traffic.ts';

/** An incident that people have parts in, and so others who meet what these leave. */
const withMet = (incident: Incident): Incident => {
  const { roles } = incident;
  return Object.keys(roles).length > 0 ? { ...incident, roles: { ...roles, [MET.role]: MET.about } } : incident;
};

/** By family, then by id. */
export const INCIDENTS: readonly Incident[] = [
  machines,
  releases,
  shipping,
  copying,
  gaming,
  sharing,
  plagiarism,
  teaching,
  newcomers,
  traffic,
]
  .flat()
  .map(withMet)
  .toSorted((a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) || (a.id < b.id ? -1 : 1));

/** What kind an incident of a run is. */
export function kindOf({ kind }: PlannedIncident): Incident {
  const known = INCIDENTS.find(({ id }) => id === kind);
  if (known === undefined) throw new Error(`no incident ${kind}`);
  return known;
}
