/** Mistakes in a file that somebody wrote: path and message. */

/** The keys and indices that lead to a part of the file. */
export type Path = readonly (string | number)[];

export interface FileFinding {
  readonly path: Path;
  /** Sentence about what is allowed there and what was found. */
  readonly message: string;
  /** It is a key that has no meaning: often the cause of what else is wrong there, so it is told first. */
  readonly isUnknownKey?: true;
}

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;
const SHOWN = 60;

/** A path as people write it: `chapters[2].sequences[0].title`; empty for the whole file. */
export const showPath = (path: Path): string =>
  path
    .map((key) => (typeof key === 'string' && PLAIN_KEY.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join('')
    .replace(/^\./, '');

/** A value as a message shows it, in a few characters of one line. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty mapping' : 'a mapping';
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}..."` : text;
}

/** The finding that something else was expected at a path. */
export const unexpected = (path: Path, expected: string, found: string): FileFinding => ({
  path,
  message: `expected ${expected}, got ${found}`,
});
