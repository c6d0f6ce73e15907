/** Reads incidents as people name them: `NAME=key:value,key:value` on the command line, a list in the file of a site. */
import type { TSchema } from 'typebox';
import { DAY, HOUR } from '../../src/base/time.ts';
import { didYouMean } from '../../src/base/closest.ts';
import { counted } from '../../src/base/format-number.ts';
import { printableJson } from '../../src/base/printable.ts';
import { Type } from '../../src/base/type.ts';
import { option, optionError, UserError } from '../../src/base/user-error.ts';
import { listOf, number, strict, whole } from '../../src/base/user-files/schema.ts';
import type { Dialect } from '../../src/spec/index.ts';
import type { Incident, Parameter, PlannedIncident, Values } from './incident.ts';
import { INCIDENTS } from './index.ts';

/** Parts of a plan that say when an incident may happen, and to whom it can be seen. */
export interface Span {
  /** The first midnight, microseconds since 1970. */
  readonly start: number;
  readonly days: number;
  readonly dialect: Dialect;
  readonly pools: number;
  /** How many machines a pool has at most; two by default. */
  readonly machines?: number | undefined;
}

/** An incident as it is asked for: its kind, an id of its own where it has one, and values of parameters. */
export interface AskedIncident {
  readonly kind: string;
  readonly id?: string | undefined;
  readonly values: Values;
  /** Where it stands in the file of a site; undefined where an option asks for it. */
  readonly where?: string;
}

/** A mistake about an incident; whoever reads it says where it stands. */
class IncidentMistake extends UserError {
  override readonly name = 'IncidentMistake';
}

const mistake = (text: string): IncidentMistake => new IncidentMistake(text);

const MOST_INCIDENTS = 100;

function kindOf(id: string): Incident {
  const known = INCIDENTS.find((incident) => incident.id === id);
  if (known) return known;
  const meant = didYouMean(
    id,
    INCIDENTS.map((incident) => incident.id),
  );
  throw mistake(`there is no incident ${printableJson(id)}${meant || '; edxgen incidents lists them'}`);
}

/** `a number from 0 to 1`, `machine, pool or site`. */
export const allowed = ({ words, least = -Infinity, most = Infinity, whole: isWhole }: Parameter): string =>
  words
    ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`
    : `a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`;

function isAllowed({ words, least = -Infinity, most = Infinity, whole: isWhole }: Parameter, value: unknown): boolean {
  if (words) return typeof value === 'string' && words.includes(value);
  return typeof value === 'number' && value >= least && value <= most && (!isWhole || Number.isInteger(value));
}

function valuesOf({ id, parameters }: Incident, given: Values): Values {
  const names = Object.keys(parameters);
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!parameter)
      throw mistake(
        `${id} has no parameter ${printableJson(name)}${didYouMean(name, names) || `; it has ${names.join(', ')}`}`,
      );
    if (!isAllowed(parameter, value))
      throw mistake(`${name} of ${id} must be ${allowed(parameter)}, not ${printableJson(value)}`);
  }
  return Object.fromEntries(names.map((name) => [name, given[name] ?? parameters[name]!.default]));
}

/**
 * An incident as a run has it, with the defaults filled in.
 *
 * @param id its own in the run
 * @throws IncidentMistake what is wrong, and what is allowed
 */
function resolved({ kind, values: given }: AskedIncident, id: string, span: Span): PlannedIncident {
  const { start, days, dialect, pools, machines = 2 } = span;
  const incident = kindOf(kind);
  if (incident.dialects && !incident.dialects.includes(dialect))
    throw mistake(`${kind} shows in ${incident.dialects.join(' and ')} logs only, not in ${dialect} ones`);
  const values = valuesOf(incident, given);
  const [at, hours, pool] = [values['at'] as number, values['hours'] as number | undefined, values['pool'] ?? 0];
  if (at >= days)
    throw mistake(
      `${kind} begins ${at} days after the run's start, and the run is over after ${days}; give at:0, or another day`,
    );
  if ((pool as number) > pools)
    throw mistake(`${kind} is of pool ${pool}, and the run has ${counted(pools, 'pool')} of two servers`);
  if (((values['machine'] ?? 0) as number) > machines)
    throw mistake(`${kind} is of machine ${values['machine']}, and a pool has ${counted(machines, 'machine')} at most`);
  const from = start + Math.round(at * DAY);
  const to = hours === undefined ? incident.ends?.(from, dialect, values) : from + Math.round(hours * HOUR);
  return { id, kind, from, to: Math.min(start + days * DAY, to ?? Infinity), values };
}

/** Reads `NAME=key:value,key:value`. */
function parse(text: string): AskedIncident {
  const [, kind = '', rest = ''] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const { parameters } = kindOf(kind);
  const values = Object.create(null) as Record<string, number | string>;
  let id: string | undefined;
  for (const pair of rest.split(',').filter((part) => part.trim() !== '')) {
    const [, name = '', value] = /^\s*([^:]*?)\s*(?::\s*(.*?)\s*)?$/s.exec(pair) ?? [];
    if (value === undefined || value === '')
      throw mistake(`${kind} takes key:value, such as at:2.5, not ${printableJson(pair)}`);
    if (Object.hasOwn(values, name) || (name === 'id' && id !== undefined))
      throw mistake(`${name} of ${kind} is given more than once; give it once`);
    if (name === 'id') id = value;
    else {
      const isNumber =
        !(Object.hasOwn(parameters, name) && parameters[name]!.words) && /^-?(\d+\.?\d*|\.\d+)$/.test(value);
      values[name] = isNumber ? Number(value) : value;
    }
  }
  if (id !== undefined && !ID.test(id)) throw mistake(`an id is of letters, digits, _ and -, not ${printableJson(id)}`);
  return { kind, id, values };
}

const ID = /^[A-Za-z0-9_-]{1,60}$/;

/** Says where an incident stands that is wrong: in the file of a site, or in the option. */
function telling<Result>(where: string | undefined, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof IncidentMistake)) throw error;
    if (where === undefined) throw optionError`${option('incident')}: ${error.message}`;
    throw new UserError(`${where}: ${error.message}`);
  }
}

/**
 * The incidents of a run.
 *
 * @param asked by the file of its site
 * @param texts of the option
 * @throws UserError what is wrong with one
 */
export function incidentsOf(asked: readonly AskedIncident[], texts: readonly string[], span: Span): PlannedIncident[] {
  const all = [...asked, ...texts.map((text) => telling(undefined, () => parse(text)))];
  const ids = new Set(all.flatMap(({ id }) => id ?? []));
  return all.map((one, index) =>
    telling(one.where, () => {
      if (index >= MOST_INCIDENTS) throw mistake(`a run has ${MOST_INCIDENTS} incidents at most, not ${all.length}`);
      let { id } = one;
      if (id !== undefined && all.findIndex((each) => each.id === id) < index)
        throw mistake(`two incidents have the id ${printableJson(id)}; give each its own`);
      for (let times = 1; id === undefined; times += 1) {
        const name = times === 1 ? one.kind : `${one.kind}-${times}`;
        if (!ids.has(name)) id = name;
      }
      ids.add(id);
      return resolved(one, id, span);
    }),
  );
}

/** The first incident that acts on the files of machines. */
export const onFiles = (incidents: readonly PlannedIncident[] = []): PlannedIncident | undefined =>
  incidents.find(({ kind }) => kindOf(kind).onFiles);

const schemaOf = (parameter: Parameter): TSchema => {
  const { words, about, unit, least = -1e9, most = 1e9, whole: isWhole } = parameter;
  const text = `${about}${unit ? `, in ${unit}` : ''}; ${parameter.default} where it is not said`;
  if (words) return Type.Enum([...words], { description: `${allowed(parameter)}: ${text}` });
  return (isWhole ? whole : number)(least, most, text);
};

/** Shape of `incidents:` in the file of a site: a list of mappings, each with its `kind`. */
export const incidentsSchema = () =>
  listOf(
    Type.Union(
      INCIDENTS.map(({ id, about, parameters }) =>
        strict(
          {
            kind: Type.Literal(id, { description: about }),
            id: Type.Optional(
              Type.String({
                pattern: ID.source,
                description: 'what the truth calls it; its kind where it is not said',
              }),
            ),
            ...Object.fromEntries(
              Object.entries(parameters).map(([name, parameter]) => [name, Type.Optional(schemaOf(parameter))]),
            ),
          },
          about,
        ),
      ),
    ),
    'what goes wrong: a list of incidents',
  );

/** An entry of that list. */
export type IncidentEntry = Readonly<Record<string, number | string>> & { readonly kind: string };

/** What an entry of the list asks for, and where it stands. */
export const askedIn = ({ kind, id, ...values }: IncidentEntry, where: string): AskedIncident => ({
  kind,
  where,
  ...(id !== undefined && { id: String(id) }),
  values,
});
