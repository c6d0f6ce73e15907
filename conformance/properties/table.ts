import { markdownTable } from '../../src/base/markdown.ts';
import { DIALECTS } from '../../src/spec/index.ts';
import { sourceLink } from '../../src/spec/source.ts';
import { DEPTHS } from './property.ts';
import { PROPERTIES } from './index.ts';

/** Every property as a Markdown table, by depth. */
export function propertyTable(): string {
  const rows = DEPTHS.flatMap((depth) => PROPERTIES.filter((property) => property.depth === depth));
  const cells = rows.map(({ id, level, depth, dialects, statement, source }) => {
    const only = dialects && dialects.length < DIALECTS.length ? ` (${dialects.join(' and ')} only)` : '';
    return [`\`${id}\``, level, depth, `${statement}${only}`, sourceLink(source)];
  });
  return markdownTable([['property', 'level', 'depth', 'statement', 'follows from'], ...cells]);
}
