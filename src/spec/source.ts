/** A heading of docs/format.md or docs/protocol.md, from which a rule or a property follows: `format: A line`. */
export type Source = `${'format' | 'protocol'}: ${string}`;

/** The anchor that GitHub gives to a heading of Markdown. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** The path to a source's heading, in a checkout and in the package: `docs/format.md#a-line`. */
export const sourcePath = (source: Source): string => `docs/${pathInDocs(source)}`;

/** A link to a source's heading, for the pages in docs/. */
export const sourceLink = (source: Source): string => `[${source}](${pathInDocs(source)})`;

function pathInDocs(source: Source): string {
  const [page, heading] = source.split(': ');
  return `${page}.md#${anchorOf(heading!)}`;
}
