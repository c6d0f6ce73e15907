/** Incidents of a site, as an organisation's package tells of them. */
import { generate } from 'edxgen';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dailyFilesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const ORGS = ['MITx', 'HarvardX', 'BerkeleyX'] as const;

const site = join(temporaryFolder(), 'site.yaml');
writeFileSync(
  site,
  `courses:
  - {share: 3}
  - {org: HarvardX, number: CS50x}
  - {org: BerkeleyX, number: CS188x}
enrolments: {second: 0.3, further: 0.3}
`,
);

const OPTIONS = {
  site,
  users: 90,
  days: 5,
  servers: 3,
  seed: 'organisations',
  dialect: 'deployed',
  start: '2013-03-04',
  incident: [
    'file-truncated=at:1.6,machine:1',
    'file-truncated=at:2.6,machine:2,id:second',
    'outage=at:3.6,hours:5',
    'lines-lost=at:3.2,hours:8',
  ],
  compress: 'none',
  jobs: 1,
} as const;

const folders = new Map<string | undefined, string>();

/** What lines come to by file; the last of a file that was cut off stands without its end. */
const filesOf = (org?: string): Map<string, string[]> =>
  new Map([...dailyFilesOf(folders.get(org)!)].map(([name, text]) => [name, text.match(/[^\n]+\n?/g) ?? []]));

beforeAll(async () => {
  for (const org of [undefined, ...ORGS]) {
    const out = join(temporaryFolder(), org ?? 'whole');
    folders.set(org, out);
    await generate({ ...OPTIONS, ...(org && { org }), out });
  }
});

test('a file is cut where the site’s is, whoever’s line that is', () => {
  const whole = filesOf();
  for (const org of ORGS)
    for (const [name, lines] of filesOf(org)) {
      const all = whole.get(name)!;
      let next = 0;
      for (const line of all) next += Number(line === lines[next]);
      expect([org, name, lines.length - next]).toEqual([org, name, 0]);
    }
});
