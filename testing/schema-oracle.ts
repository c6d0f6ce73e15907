/** An independent oracle of lines: ajv and the published schema. For tests only: nothing that is published imports it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Dialect } from '../src/spec/dialect.ts';
import { REQUEST_CUT, type EventType } from '../src/spec/event-type.ts';
import { eventTypeId } from '../src/spec/event-types.ts';
import { jsonSchema, type JsonSchema } from '../src/spec/json-schema.ts';

/** Whether a line, parsed but not decoded, is one of an event type in a dialect. */
export type SchemaOracle = (line: Record<string, unknown>, dialect: Dialect, type: EventType) => boolean;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The oracle of a schema; without formats, and refusing whatever strict mode finds odd. */
export function schemaOracle(schema: JsonSchema = jsonSchema()): SchemaOracle {
  const ajv = new Ajv2020({ strict: true });
  ajv.addSchema(schema);
  const accepts = (key: string, value: unknown): boolean => {
    const fragment = key.replaceAll('/', '~1');
    const validate = ajv.getSchema(`${String(schema['$id'])}#/$defs/${fragment}`);
    if (!validate) throw new Error(`the schema has no definition ${key}`);
    return validate(value) as boolean;
  };
  return (line, dialect, type) => {
    const key = `${dialect}/${eventTypeId(type)}`;
    const { event } = line;
    const { encoding } = type[dialect]!;
    if (!accepts(key, line)) return false;
    if (encoding === 'empty' || encoding.startsWith('form') || typeof event !== 'string') return true;
    const payload = json(event);
    if (encoding === 'request' && payload === undefined) return event.length === REQUEST_CUT && event.startsWith('{"');
    return accepts(`${key}/event`, payload);
  };
}
