import type { TSchema } from 'typebox';
import { dumps } from '../../src/line/dumps.ts';
import type { Json } from '../../src/line/index.ts';

interface Node extends TSchema {
  encoded?: true;
  anyOf?: Node[];
  properties?: Record<string, Node>;
  additionalProperties?: Node;
}

/**
 * A payload in which some parts that the page calls "string/json" are strings that encode them.
 *
 * @param chosen asked for each such part, the inner ones first
 */
export function encodeParts(value: Json, schema: TSchema, chosen: () => boolean): Json {
  const node = schema as Node;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const inner = node.anyOf?.find((member) => member.properties ?? member.additionalProperties) ?? node;
  const parts = Object.entries(value).map(([key, part]) => {
    const of = inner.properties?.[key] ?? inner.additionalProperties;
    return [key, of ? encodeParts(part, of, chosen) : part] as const;
  });
  const object = Object.fromEntries(parts);
  return inner.encoded && chosen() ? dumps(object) : object;
}
