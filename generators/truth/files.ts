import { STREAMED, type Streamed } from '../../src/archive/file-names.ts';

/** Takes the lines of one of truth's files. */
export interface LineFile {
  write(value: object): void;
  writeText(text: string): void;
}

/** Where the large parts of the truth go. */
export type TruthFiles = Readonly<Record<Streamed, LineFile>>;

/** Makes a file for each part. */
export const byPart = <F extends LineFile>(make: (part: Streamed) => F): Record<Streamed, F> =>
  Object.fromEntries(STREAMED.map((part) => [part, make(part)])) as Record<Streamed, F>;
