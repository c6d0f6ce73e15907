import { groupTables, listing, objectLines, type Group } from '../../src/base/listing.ts';
import { FAMILIES, type Family, type Incident } from './incident.ts';
import { INCIDENTS } from './index.ts';
import { allowed } from './resolve.ts';

/** Where incidents of a family happen. */
const HEADINGS: Readonly<Record<Family, string>> = {
  platform: 'machines, shippers, releases',
  traffic: 'who comes beside learners, or in numbers',
  people: 'what learners and teachers do',
};

/** `at:2.75 hours:1` */
const defaults = ({ parameters }: Incident): string =>
  Object.entries(parameters)
    .map(([name, parameter]) => `${name}:${parameter.default}`)
    .join(' ');

const findings = ({ causes }: Incident): string => causes.join(', ') || 'none';

/** `at:2.75`, what it is, and what is allowed: a row a parameter. */
export const parameterRows = ({ parameters }: Incident): [name: string, about: string][] =>
  Object.entries(parameters).map(([name, parameter]) => [
    `${name}:${parameter.default}`,
    `${parameter.about}${parameter.unit ? `, in ${parameter.unit}` : ''} (${allowed(parameter)})`,
  ]);

const GROUPS: readonly Group<Incident>[] = FAMILIES.map((family) => ({
  heading: `${family}: ${HEADINGS[family]}`,
  kinds: INCIDENTS.filter((incident) => incident.family === family),
}));

/** The incidents for people: by family, some lines each. */
export const incidentTable = (): string =>
  listing(
    'NAME, what happens, and its parameters with their defaults; edxgen explain NAME tells more',
    GROUPS,
    (incident) => [incident.about, defaults(incident)],
  );

/** The incidents as tables of Markdown, one a family, for the documentation. */
export const incidentTables = (): string =>
  groupTables(GROUPS, ['incident', 'what happens', 'roles', 'parameters', 'findings', 'dialects'], (incident) => [
    `\`${incident.id}\``,
    incident.about,
    Object.keys(incident.roles).join(', ') || 'none',
    defaults(incident),
    findings(incident),
    incident.dialects?.join(', ') ?? 'all',
  ]);

/** The incidents for programs: one JSON object a line. */
export const incidentList = (): string =>
  objectLines(
    INCIDENTS.map(({ id, family, about, roles, parameters, causes, dialects }) => ({
      incident: id,
      family,
      about,
      roles,
      parameters,
      causes,
      dialects: dialects ?? null,
    })),
  );
