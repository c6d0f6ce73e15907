import { dumps } from '../../src/line/dumps.ts';
import type { Json } from '../../src/line/index.ts';
import { memberOf, type SchemaNode } from '../../src/spec/schema-node.ts';

/**
 * A payload in which some parts that the page calls "string/json" are strings that encode them.
 *
 * @param chosen asked for each such part, the inner ones first
 */
export function encodeParts(value: Json, schema: SchemaNode, chosen: () => boolean): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const node = memberOf(schema, value);
  const parts = Object.entries(value).map(([key, part]) => {
    const of = node.properties?.[key] ?? node.additionalProperties;
    return [key, of ? encodeParts(part, of, chosen) : part] as const;
  });
  const object = Object.fromEntries(parts);
  return node.encoded && chosen() ? dumps(object) : object;
}
