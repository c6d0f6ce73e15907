import { FAMILIES, type Family, type Incident } from './incident.ts';
import { INCIDENTS } from './index.ts';
import { allowed } from './resolve.ts';

/** Where incidents of a family happen, as a heading. */
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

/** The incidents for people: by family, some lines each. */
export function incidentTable(): string {
  const width = Math.max(...INCIDENTS.map(({ id }) => id.length));
  const rows = FAMILIES.flatMap((family) => [
    '',
    `${family}: ${HEADINGS[family]}`,
    ...INCIDENTS.filter((incident) => incident.family === family).flatMap((incident) => [
      `  ${incident.id.padEnd(width)}  ${incident.about}`,
      `  ${' '.repeat(width)}  ${defaults(incident)}`,
    ]),
  ]);
  return [
    'NAME, what happens, and its parameters with their defaults; edxgen explain NAME tells more',
    ...rows,
    '',
  ].join('\n');
}

/** The incidents as tables of Markdown, one a family, for the documentation. */
export const incidentTables = (): string =>
  FAMILIES.map((family) =>
    [
      `### ${family}: ${HEADINGS[family]}`,
      '',
      '| incident | what happens | roles | parameters | findings | dialects |',
      '| --- | --- | --- | --- | --- | --- |',
      ...INCIDENTS.filter((incident) => incident.family === family).map(
        (incident) =>
          `| \`${incident.id}\` | ${incident.about} | ${Object.keys(incident.roles).join(', ') || 'none'} | ${defaults(incident)} | ${findings(incident)} | ${incident.dialects?.join(', ') ?? 'all'} |`,
      ),
      '',
    ].join('\n'),
  ).join('\n');

/** The incidents for programs: one JSON object a line. */
export const incidentList = (): string =>
  INCIDENTS.map(
    ({ id, family, about, roles, parameters, causes, dialects }) =>
      `${JSON.stringify({ incident: id, family, about, roles, parameters, causes, dialects: dialects ?? null })}\n`,
  ).join('');
