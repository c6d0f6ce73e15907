/**
 * The shape of stored trials. They come from anybody: other people's repositories, caches of CI. So every key and every value
 * is looked at, and names are made of harmless letters alone, since they become the names of files.
 */
import type { TSchema } from 'typebox';
import { Type } from '../../src/base/type.ts';
import { Value } from 'typebox/value';
import { BOUNDS } from '../../src/base/bounds.ts';
import { DIALECTS } from '../../src/spec/index.ts';
import { MISMATCH_KINDS } from '../oracle/mismatch.ts';
import { TRAP_WAYS } from '../subjects/trial.ts';

const oneOf = (values: readonly string[]): TSchema => Type.Union(values.map((value) => Type.Literal(value)));
const only = (properties: Record<string, TSchema>): TSchema => Type.Object(properties, { additionalProperties: false });
const optional = (schema: TSchema): TSchema => Type.Optional(schema);

const text = Type.String({ maxLength: 1000 });
const base64 = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' });
/** A file's name: never a path, never hidden. */
const fileName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 100 });
const propertyId = Type.String({ pattern: '^[a-z0-9_]+(-[a-z0-9_]+)*$', maxLength: 100 });

const asked = { dialect: oneOf(DIALECTS), want: oneOf(['records', 'verdicts']) };
const fresh = optional(Type.Boolean());
const parse = only({
  cmd: Type.Literal('parse'),
  ...asked,
  chunks: Type.Array(base64),
  fresh,
  exact: optional(Type.Boolean()),
});
const trap = only({ way: oneOf(TRAP_WAYS), content: base64 });
const archive = only({
  cmd: Type.Literal('archive'),
  ...asked,
  name: fileName,
  bytes: base64,
  trap: optional(trap),
  fresh,
});

const json = Type.Unknown();
const truth = only({
  type: optional(only({ source: text, name: text })),
  fields: optional(Type.Record(Type.String(), json)),
  event: optional(json),
  payload: optional(json),
  integers: optional(Type.Record(Type.String(), Type.String({ pattern: '^-?\\d{1,100}$' }))),
  left: optional(Type.Record(Type.String(), Type.String())),
});
const extent = only({ lineBytes: Type.Integer({ minimum: 0 }), depth: Type.Integer({ minimum: 0 }) });
const line = only({
  verdict: oneOf(['accept', 'reject', 'either']),
  truth: optional(truth),
  same: optional(text),
  extent: optional(extent),
});
const lines = Type.Array(line);
const files = Type.Array(only({ server: text, name: text, lines }));

const step = Type.Union([
  only({ command: parse, expected: only({ lines }) }),
  only({
    command: archive,
    expected: Type.Union([
      only({ files, orReported: optional(Type.Literal(true)) }),
      only({ archive: oneOf(['reported', 'harmless']) }),
    ]),
  }),
]);

/** The version of the file's shape. */
export const VERSION = 1;

const trial = {
  conform: Type.Literal(VERSION),
  property: propertyId,
  dialect: oneOf(DIALECTS),
  before: optional(Type.Array(Type.Union([parse, archive]), { maxItems: 100_000 })),
  steps: Type.Array(step, { minItems: 1, maxItems: 1000 }),
};

export const STORED_TRIAL = only(trial);
export const KNOWN_FAILURE = only({ reason: Type.String(), kind: oneOf(MISMATCH_KINDS), ...trial });

/** Of a file. */
export const FILE_BOUNDS = { bytes: BOUNDS.trialBytes.most, depth: BOUNDS.trialDepth.most };

/** Where a value has another shape, as a JSON pointer; undefined where it has that one. */
export function misshapen(schema: TSchema, value: unknown): string | undefined {
  if (Value.Check(schema, value)) return undefined;
  const paths = Value.Errors(schema, value).map(({ instancePath }) => instancePath);
  const deepest = paths.toSorted((a, b) => b.split('/').length - a.split('/').length)[0];
  return deepest || 'the whole';
}
