/** Kinds of something under headings: listed for people, for the documentation and for programs. */
import { markdownTable } from './markdown.ts';

/** What stands under a heading. */
export interface Group<T> {
  readonly heading: string;
  readonly kinds: readonly T[];
}

/** For people: a kind's id, and some lines about it beside it. */
export function listing<T extends { readonly id: string }>(
  head: string,
  groups: readonly Group<T>[],
  about: (kind: T) => readonly string[],
): string {
  const width = Math.max(...groups.flatMap(({ kinds }) => kinds.map(({ id }) => id.length)));
  const rows = (kind: T): string[] =>
    about(kind).map((line, index) => `  ${(index === 0 ? kind.id : '').padEnd(width)}  ${line}`);
  return [head, ...groups.flatMap(({ heading, kinds }) => ['', heading, ...kinds.flatMap(rows)]), ''].join('\n');
}

/** Tables of Markdown, one a group, for the documentation. */
export const groupTables = <T>(
  groups: readonly Group<T>[],
  head: readonly string[],
  cells: (kind: T) => readonly string[],
): string =>
  groups
    .map(({ heading, kinds }) => `### ${heading}\n\n${markdownTable([head, ...kinds.map((kind) => cells(kind))])}`)
    .join('\n');

/** For programs: one JSON object a line. */
export const objectLines = (objects: readonly object[]): string =>
  objects.map((each) => `${JSON.stringify(each)}\n`).join('');
