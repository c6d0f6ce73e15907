import { DEPTHS } from './property.ts';
import { PROPERTIES } from './index.ts';

/** Every property as a Markdown table, by depth. */
export function propertyTable(): string {
  const rows = DEPTHS.flatMap((depth) => PROPERTIES.filter((property) => property.depth === depth));
  const cells = rows.map(({ id, level, depth, dialects, statement, source }) => {
    const only = dialects?.length === 1 ? ` (${dialects[0]!} only)` : '';
    return [`\`${id}\``, level, depth, `${statement.replaceAll('|', '\\|')}${only}`, source];
  });
  const table = [
    ['property', 'level', 'depth', 'statement', 'follows from'],
    ['---', '---', '---', '---', '---'],
    ...cells,
  ];
  return table.map((row) => `| ${row.join(' | ')} |\n`).join('');
}
