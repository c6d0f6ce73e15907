import { pathOut } from './outside.ts';

/** A trap for whoever extracts by joining names: harmless in itself, for the file is empty. */
export const pathAbsolute = pathOut(
  'path-absolute',
  'An archive holds an empty file with an absolute path.',
  ({ name }) => `/tmp/edxgen-absolute/${name}`,
);
