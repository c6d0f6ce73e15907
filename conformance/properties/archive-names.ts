import fc from 'fast-check';
import { archive, dailyFiles, gzip } from '../inputs/server-tar.ts';
import { FORMS, LONG_FORMS, tarOfForms } from '../inputs/tar-forms.ts';

import type { TrialProperty } from './property.ts';

/** A name that matches what pipelines look for, and for which a header has no room once its folder stands before it. */
const long = (name: string): string => name.replace('.gz', `-${'x'.repeat(70)}.gz`);

export const archiveNames: TrialProperty = {
  id: 'archive-names',
  level: 'should',
  depth: 'archive',
  statement:
    'A file has its name in whatever form common programs write it: ./SERVER/FILE, a prefix, a pax header, GNU’s long names, a header of v7.',
  source: 'format: Packaging',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.nat(FORMS.length - 1), fc.boolean()).map(([files, which, isLong]) => {
      const form = isLong ? LONG_FORMS[which % LONG_FORMS.length]! : FORMS[which]!;
      const named = files.map((file) => (isLong ? { ...file, name: long(file.name) } : file));
      return { steps: [archive(dialect, tarOfForms(named.map((file) => form(file, gzip(file.bytes)))), named)] };
    }),
};
