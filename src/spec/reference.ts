import { markdownTable } from '../base/markdown.ts';
import { DIALECTS } from './dialect.ts';
import { EVENT_TYPES } from './event-types.ts';
import type { Shape } from './event-type.ts';
import { RULES, sentencesOf } from './rules.ts';
import type { SchemaNode } from './schema-node.ts';
import { sourceLink } from './source.ts';

/** The names of a payload's fields; those that may be missing with a question mark. */
const fieldNames = ({ properties = {}, required = [] }: SchemaNode): string =>
  Object.entries(properties)
    .map(
      ([name, { const: only }]) =>
        `${name}${required.includes(name) ? '' : '?'}${only === undefined ? '' : `: ${String(only)}`}`,
    )
    .join(', ');

function payload({ encoding, payload: node }: Shape): string {
  const names = (node.anyOf ?? [node])
    .map(fieldNames)
    .map((list) => `{${list}}`)
    .join(' or ');
  switch (encoding) {
    case 'empty':
      return 'empty';
    case 'form':
      return 'form-encoded inputs';
    case 'form-text':
      return 'form-encoded inputs, or `{}`';
    case 'form-literal':
      return 'form-encoded inputs, as a JSON string';
    case 'json':
    case 'dumped':
      return `string of \`${names}\``;
    case 'request':
      return `string of \`${names}\`, cut`;
    case 'object':
    case 'value':
      return `\`${names}\``;
  }
}

/** Every event type as a Markdown table: its source, its payload in each dialect, and what it tells. */
export function referenceTable(): string {
  const rows = EVENT_TYPES.map((type) => {
    const name = type.names?.expected ?? `\`${type.name}\``;
    const shapes = DIALECTS.map((dialect) => (type[dialect] ? payload(type[dialect]) : 'not written'));
    return [name, type.source, ...shapes, type.details];
  });
  return markdownTable([['event_type', 'source', ...DIALECTS, 'what happened'], ...rows]);
}

/** Every rule as a Markdown table. */
export function ruleTable(): string {
  const rows = Object.entries(RULES).map(([id, rule]) => [`\`${id}\``, sentencesOf(rule), sourceLink(rule.source)]);
  return markdownTable([['rule', 'what it says', 'follows from'], ...rows]);
}
