import fc from 'fast-check';
import { archive, dailyFiles, fileName, gzip, SERVER } from '../inputs/server-tar.ts';
import { linkMember, plainMember, tarOfForms } from '../inputs/tar-forms.ts';

import type { TrialProperty } from './property.ts';

export const archiveLinks: TrialProperty = {
  id: 'archive-links',
  level: 'should',
  depth: 'archive',
  statement:
    'A link to another file of the archive is no file of its own: its lines would count twice. It is passed over, or reported.',
  source: 'protocol: archive',
  trials: (dialect) =>
    fc.tuple(dailyFiles(dialect, 1, 2), fc.boolean(), fc.boolean()).map(([files, hard, first]) => {
      const members = files.map(({ server, name, bytes }) => plainMember(`${server}/${name}`, gzip(bytes)));
      const link = linkMember({ server: SERVER, name: fileName(9) }, files[0]!, hard);
      return {
        steps: [
          archive(dialect, tarOfForms(first ? [link, ...members] : [...members, link]), files, { orReported: true }),
        ],
      };
    }),
};
