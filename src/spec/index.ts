/**
 * The format as data: dialects, event types, fields, rules, and the JSON Schema made from them.
 *
 * @packageDocumentation
 */
export {
  byDialect,
  DIALECTS,
  EARLY_DIALECTS,
  EVENT_SOURCES,
  type Dialect,
  type EarlyDialect,
  type EventSource,
} from './dialect.ts';
export { EVENT_TYPES, eventTypeId, eventTypeOf, eventTypesOf, type KnownEventType } from './event-types.ts';
export { isFormEncoded } from './form.ts';
export {
  LINE_CUT,
  LINE_DROP,
  REQUEST_CUT,
  type Encoding,
  type EventType,
  type EventTypeBase,
  type OpenNames,
  type PayloadOf,
  type Shape,
  type Shapes,
  type Violation,
} from './event-type.ts';
export { contextForms, contextKeys, EVENT_PATH, type ContextKind } from './context.ts';
export { eventSource, FIELD_DETAILS, fieldOrder, fieldsOf, type FieldName } from './fields.ts';
export { jsonSchema, type JsonSchema } from './json-schema.ts';
export { request } from './events/request.ts';
export {
  CUTS,
  DAILY_FILE,
  HOURLY,
  LATENESS,
  PACKAGINGS,
  LOG_FILE,
  ROTATION,
  cutFile,
  packageFile,
  type Packaging,
} from './packaging.ts';
export { partLine, PREFIXES, TUTOR_FORM, type Parted, type Prefix } from './prefix.ts';
export { LINE_CONSISTENCY, type LineFields } from './line-consistency.ts';
export { RULES, type Rule, type RuleId } from './rules.ts';
export type { SchemaKeywords } from '../base/schema-keywords.ts';
export type { SchemaNode } from './schema-node.ts';
export type { Source } from './source.ts';
export { SPEEDS } from './values.ts';
