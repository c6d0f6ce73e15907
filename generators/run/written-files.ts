/** The files that people write for a run, by kind. */
import type { TSchema } from 'typebox';
import { courseFileSchema } from '../course/course-file.ts';
import { courseOf } from '../course/load.ts';
import { FileMistakes, readFile } from '../../src/base/user-files/read-file.ts';
import type { Source } from '../../src/base/user-files/source.ts';
import { behaviourFileSchema } from '../learners/behaviour.ts';
import { behaviourOf } from '../learners/load-behaviour.ts';
import { PRESETS } from '../learners/preset-names.ts';
import { siteOf } from '../site/load.ts';
import { siteFileSchema } from '../site/site-file.ts';

interface Kind {
  readonly schema: TSchema;
  /** Throws FileMistakes when a file says what it may not. */
  check(path: string, source: Source): unknown;
}

const KINDS: Record<FileKind, Kind> = {
  course: { schema: courseFileSchema, check: courseOf },
  behaviour: { schema: behaviourFileSchema(PRESETS), check: behaviourOf },
  site: { schema: siteFileSchema, check: siteOf },
};

/** What can be written: a course, a behaviour, a site. */
export const FILE_KINDS = ['course', 'behaviour', 'site'] as const;

/** One of {@link FILE_KINDS}. */
export type FileKind = (typeof FILE_KINDS)[number];

/** The JSON Schema of a kind of files, draft 2020-12. What a schema cannot say is told by {@link checkFile} alone. */
export const fileSchema = (kind: FileKind): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `edxgen ${kind} file`,
  ...KINDS[kind].schema,
});

/** The keys that a kind of files has at its top. */
const keysOf = (kind: FileKind): string[] =>
  Object.keys((KINDS[kind].schema as TSchema & { properties: object }).properties);

/** The kind that most keys of a file are of; undefined when none is of any. */
function kindOf({ value }: Source): FileKind | undefined {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const fits = FILE_KINDS.map((kind) => ({ kind, known: keysOf(kind).filter((key) => keys.includes(key)).length }));
  return fits.filter(({ known }) => known > 0).sort((a, b) => b.known - a.known)[0]?.kind;
}

/**
 * Checks a file that somebody wrote, in YAML or JSON, whichever kind it is.
 *
 * @returns its kind
 * @throws FileMistakes everything that is wrong with it
 * @throws FileError when it cannot be read
 */
export function checkFile(path: string): FileKind {
  const source = readFile(path);
  const kind = kindOf(source);
  if (kind === undefined)
    throw new FileMistakes(
      `${path}: is no file that edxgen knows: ${FILE_KINDS.map((each) => `a ${each} has the keys ${keysOf(each).join(', ')}`).join('; ')}`,
    );
  KINDS[kind].check(path, source);
  return kind;
}
