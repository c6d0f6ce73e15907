import { pathOut } from './outside.ts';

/** A trap for whoever extracts by joining names: harmless in itself, for the file is empty. */
export const pathClimbs = pathOut(
  'path-climbs',
  'An archive holds an empty file whose path climbs out of it.',
  ({ name }) => name.replace('/', '/../../edxgen-climbed-out/'),
);
