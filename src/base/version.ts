import { readFileSync } from 'node:fs';

const read = (place: string): string | undefined => {
  try {
    return (JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
};

/** The package's version. */
export const VERSION: string = read('../../package.json') ?? read('../package.json')!;
