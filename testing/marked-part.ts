/** Parts of pages that a program writes: between two comments, which name them. */

const begin = (name: string, command: string): string => `<!-- ${name}: written by ${command} -->`;
const end = (name: string): string => `<!-- end of ${name} -->`;

/**
 * A page with a part of it in its place.
 *
 * @param command that writes the part, as its comment says
 * @throws Error when the page has no place for it
 */
export function withPart(page: string, name: string, command: string, part: string): string {
  const from = page.indexOf(begin(name, command)) + begin(name, command).length;
  const to = page.indexOf(end(name));
  if (!page.includes(begin(name, command)) || to < from)
    throw new Error(`the page has no place for this part: write ${begin(name, command)} and ${end(name)}`);
  return `${page.slice(0, from)}\n\n${part.trim()}\n\n${page.slice(to)}`;
}
