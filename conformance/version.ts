import { readFileSync } from 'node:fs';

const read = (place: string): string | undefined => {
  try {
    return (JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
};

/** The kit's version: the package's, two folders up once it is built. */
export const VERSION: string = read('../../package.json') ?? read('../package.json')!;

/** The kit's name in the protocol. */
export const KIT = `edxgen/${VERSION}`;
