import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FileError } from '../../src/base/user-files/read-file.ts';
import { UserError } from '../../src/base/user-error.ts';
import { simulate } from '../run/simulate.ts';
import { loadSite } from './load.ts';
import { siteFileSchema } from './site-file.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'site.yaml');

/** All that is said of a site of this text, the folder left out. */
function told(text: string): string[] {
  writeFileSync(file, text);
  try {
    loadSite(file);
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    const { message, details } = error as FileError;
    return (details.length > 0 ? details : [message]).map((line) => line.replaceAll(`${folder}/`, ''));
  }
  return [];
}

mkdirSync(join(folder, 'files'));
writeFileSync(join(folder, 'files/half.yaml'), 'org: MITx\n');

test.each<[string, string[]]>([
  ['courses: []', ['site.yaml:1: courses: expected a list of at least one course, got an empty list']],
  [
    'courses:\n  - {}\n  - {title: Another}',
    [
      'site.yaml:3: courses[1]: expected a name of its own, got MITx/6.00x/2013_Spring, as courses[0] has: give it another org, number or run',
    ],
  ],
  [
    'courses:\n  - {}\n  - {run: 2026_Spring}',
    [
      'site.yaml:3: courses[1]: expected a name of its own, got MITx/6.00x/2026_Spring, as courses[0] has: give it another org, number or run',
    ],
  ],
  [
    'courses:\n  - {preset: campus, behaviour: mine.yaml, start: 2013/3/4, share: -1}',
    [
      'site.yaml:2: courses[0].start: expected its first day, UTC: a date, YYYY-MM-DD, or days after the run’s first day, 0 to 3660, got "2013/3/4"',
      'site.yaml:2: courses[0].share: expected share of the people who are on the site for it first of all, a number from 0 to 1000000, got -1',
    ],
  ],
  [
    'courses:\n  - {start: 2013-02-30}',
    ['site.yaml:2: courses[0].start: expected a day that exists, from 1970-01-02 to 2200-01-01, got 2013-02-30'],
  ],
  ['courses:\n  - {share: 0}', ['site.yaml:1: courses: expected at least one share above zero, got only zeros']],
  ['courses:\n  - {course: none.yaml}', ['none.yaml: there is no such file']],
  [
    'courses:\n  - {course: files/half.yaml}',
    [
      'files/half.yaml:1: number: expected the course’s number: 1 to 100 characters of A-Z a-z 0-9 _ . - with a letter or digit among them, got nothing',
      'files/half.yaml:1: run: expected the run: 1 to 100 characters of A-Z a-z 0-9 _ . - with a letter or digit among them, got nothing',
      'files/half.yaml:1: title: expected a line of text, 1 to 255 characters, got nothing',
      'files/half.yaml:1: chapters: expected a list of at least one chapter, got nothing',
    ],
  ],
  [
    'courses: [{servers: edge}]\nservers: [{role: edxapp}]',
    ['site.yaml:1: courses[0].servers: expected the role of servers of the site: edxapp, got edge'],
  ],
  [
    `courses: [{}]
servers:
  - role: edxapp
    changes:
      - {day: 3, lose: 2}
  - role: edge
    changes:
      - {day: 1, grow: 1, renew: true}
      - {day: 0.5, renew: true, hours: 3}
  - {role: edge}`,
    [
      'site.yaml:5: servers[0].changes[0]: a pool has 2 then, and one must be left',
      'site.yaml:8: servers[1].changes[0]: expected one of renew, grow and lose',
      'site.yaml:9: servers[1].changes[1].hours: has no meaning without lose',
      'site.yaml:9: servers[1].changes[1].day: expected no day before that of the change above, got 0.5',
      'site.yaml:10: servers[2].role: expected a role of its own, got edge again',
    ],
  ],
])('%s', (text, messages) => {
  expect(told(text)).toEqual(messages);
});

test('preset and behaviour contradict each other', () => {
  writeFileSync(join(folder, 'mine.yaml'), 'preset: campus\n');
  expect(told('courses:\n  - {preset: campus, behaviour: mine.yaml}')).toEqual([
    'site.yaml:2: courses[0].preset: has no meaning beside behaviour, whose file names its preset; leave one of them out',
  ]);
});

test('a course that is over earlier has what opens by then, due by then', () => {
  writeFileSync(file, 'courses:\n  - {length: 10}\n');
  const [{ course }] = loadSite(file).courses as [ReturnType<typeof loadSite>['courses'][0]];
  expect(course.chapters.map(({ release }) => release)).toEqual([0, 7]);
  const dues = course.chapters.flatMap(({ sequences }) => sequences.flatMap(({ due }) => due ?? []));
  expect(dues).toEqual([7, 10]);
});

const EXAMPLE = fileURLToPath(new URL('../../examples/site.yaml', import.meta.url));

test('the example file is a site, and shows every option', () => {
  expect(loadSite(EXAMPLE).courses).toHaveLength(5);
  const text = readFileSync(EXAMPLE, 'utf8');
  const { courses, ...others } = siteFileSchema.properties;
  for (const key of ['courses', ...Object.keys(others), ...Object.keys(courses.items.properties)])
    expect(text).toMatch(new RegExp(`\\b${key}:`));
});

const SITE = join(folder, 'good.yaml');
writeFileSync(SITE, 'courses:\n  - {start: 2013-03-11}\n  - {org: HarvardX, start: 2}\n');

test.each<[Parameters<typeof simulate>[0], string]>([
  [{ site: SITE, course: 'course.yaml' }, 'course has no meaning with site'],
  [{ site: SITE, preset: 'campus' }, 'preset has no meaning with site'],
  [{ site: SITE, behaviour: 'mine.yaml' }, 'behaviour has no meaning with site'],
  [{ site: EXAMPLE, servers: 4 }, 'servers has no meaning with a site whose file names its servers'],
  [{ org: 'MITx' }, 'org chooses among the courses of a site, so it needs site'],
  [{ site: SITE, org: 'mitx' }, 'org must be one that has courses on the site, MITx or HarvardX, not "mitx"'],
  [
    { site: SITE, start: '2013-04-01' },
    'MITx/6.00x/2013_Spring begins before the run, on 2013-03-11; let the run begin then with start, or leave it out',
  ],
])('%j is refused', (options, message) => {
  expect(() => simulate(options)).toThrow(UserError);
  expect(() => simulate(options)).toThrow(message);
});
