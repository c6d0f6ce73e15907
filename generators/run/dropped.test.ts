/** Lines of more than 50,000 characters are not written by today's platform; the truth says how many there were. */
import { generate } from 'edxgen';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dailyFilesOf, linesIn, linesOf, manifestIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

/** A course whose one problem asks for a program that no line of a check can hold. */
const COURSE = {
  org: 'LongX',
  number: 'L1',
  run: 'Now',
  title: 'Long programs',
  chapters: [
    {
      title: 'One',
      sequences: [
        {
          title: 'Only',
          elements: [
            {
              problems: [
                {
                  title: 'Write it all',
                  inputs: [{ kind: 'code', answer: 'x = 1\n'.repeat(5000), wrong: ['x = 2\n'.repeat(5000)] }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

test('they are missing from files and lines, and counted', async () => {
  const folder = temporaryFolder();
  const course = join(folder, 'course.json');
  writeFileSync(course, JSON.stringify(COURSE));
  const options = { users: 60, days: 7, seed: 'long', servers: 1, dialect: 'current', course } as const;
  const out = join(folder, 'run');
  await generate({ ...options, out });
  const lines = [...dailyFilesOf(out).values()].flatMap(linesIn);
  const truth = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'));
  expect(truth.dropped).toBeGreaterThan(0);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(50_000);
  expect(await linesOf(options)).toEqual(lines);
  expect(manifestIn(out).totals.lines).toBe(lines.length);
  const told = truth.days.reduce((sum: number, { events }: { events: number }) => sum + events, 0);
  expect(told).toBe(lines.length);
});
