/** Links of pages. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorOf } from '../src/spec/source.ts';

/** A page without what stands in its blocks of code. */
export const withoutPrograms = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, '');

/** Links of a page that lead nowhere, to no file or to no heading; both are told by their paths from a folder. */
export function brokenLinks(root: string, page: string): string[] {
  const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
  const anchorsOf = (path: string): string[] =>
    Array.from(withoutPrograms(textOf(path)).matchAll(/^#+ (.+)$/gm), ([, heading]) => anchorOf(heading!));
  const links = Array.from(withoutPrograms(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path, anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path!);
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
}
