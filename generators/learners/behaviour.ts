/**
 * How people behave, as data: the schema of the files in presets/, which give every value with its source, and of those that
 * users write. The simulation takes the type alone from here.
 */
import type { Static, TObject } from 'typebox';
import { Type } from '../../src/base/type.ts';
import { listOf, strict } from '../../src/base/user-files/schema.ts';
import { AGENT_NAMES } from './agents.ts';
import { calendar, ownPace } from './behaviour/calendar.ts';
import { book, course, dwell, grading, problem, tabs, video } from './behaviour/deeds.ts';
import { country, kind, network, people } from './behaviour/people.ts';
import { byName, share } from './behaviour/values.ts';
import { KIND_NAMES, type KindName } from './kinds.ts';
import { AGENT_NAMES_TODAY } from './todays-agents.ts';

/** A whole behaviour, as the simulation needs it. */
export const behaviourSchema = strict(
  {
    kinds: byName(KIND_NAMES, kind, `a mapping of kinds: ${KIND_NAMES.join(', ')}`),
    people,
    network,
    calendar,
    ownPace,
    dwell,
    video,
    problem,
    course,
    tabs,
    book,
    grading,
    browsers: byName(AGENT_NAMES, share('share of those who use it'), 'a mapping from browsers to shares'),
    browsersToday: byName(
      AGENT_NAMES_TODAY,
      share('share of those who use it today'),
      'a mapping from browsers of today to shares',
    ),
    countries: listOf(country, 'a list of at least one country'),
  },
  'a behaviour: a mapping',
);

export type Behaviour = Static<typeof behaviourSchema>;
export type Kind = Behaviour['kinds'][KindName] & { readonly name: KindName };
export type Country = Behaviour['countries'][number];
/** A lognormal's parameters: mean and standard deviation of the logarithm. */
export type Lognormal = Behaviour['dwell']['navigation'];

/** The same mapping with nothing that must be there; lists stay as they are. */
const partial = (schema: TObject): TObject =>
  Type.Object(
    Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [
        key,
        Type.Optional('properties' in value ? partial(value as TObject) : value),
      ]),
    ),
    { additionalProperties: false, description: (schema as { description?: string }).description ?? '' },
  );

/** A file of a behaviour: what is left out is as in the preset that it names. */
export const behaviourFileSchema = (presets: readonly [string, ...string[]]): TObject =>
  Type.Object(
    {
      preset: Type.Optional(Type.Enum(presets, { description: `a preset: ${presets.join(', ')}` })),
      ...partial(behaviourSchema).properties,
    },
    { additionalProperties: false, description: 'a behaviour: a mapping with what differs from a preset' },
  );
