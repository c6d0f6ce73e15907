/** More learners only add lines, more days only append: nobody's lines depend on who else is there, or on what comes later. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { linesOf } from '../../testing/runs.ts';

const settings = {
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  servers: fc.integer({ min: 1, max: 3 }),
  dialect: fc.constantFrom(...DIALECTS),
};
const LARGE = { min: 1, max: 60 };

const usernameOf = (line: string): string => /"username": "([^"]*)"/.exec(line)![1]!;

/** The lines that are left when those of a log are taken out of another, in their order; undefined when one is not there. */
function rest(all: readonly string[], taken: readonly string[]): string[] | undefined {
  const left: string[] = [];
  let next = 0;
  for (const line of all) {
    if (line === taken[next]) next += 1;
    else left.push(line);
  }
  return next === taken.length ? left : undefined;
}

forAll(
  { ...settings, users: fc.integer(LARGE), more: fc.integer(LARGE), days: fc.integer({ min: 1, max: 4 }) },
  { numRuns: 7 },
)('more learners only add lines of their own', async ({ users, more, ...options }) => {
  const few = await linesOf({ ...options, users });
  const added = rest(await linesOf({ ...options, users: users + more }), few);
  expect(added).toBeDefined();
  const before = new Set(few.map(usernameOf));
  before.delete('');
  expect(added!.map(usernameOf).filter((name) => before.has(name))).toEqual([]);
});

test('they are read, answered and assessed by those who come after them alone', async () => {
  const options = { seed: 'meet', dialect: 'current', days: 14, servers: 1 } as const;
  const few = await linesOf({ ...options, users: 150 });
  const all = await linesOf({ ...options, users: 225 });
  expect(rest(all, few)).toBeDefined();
  const ids = (lines: readonly string[], type: string, id: RegExp) =>
    lines.flatMap((line) => (line.includes(`"event_type": "${type}"`) ? id.exec(line)![0] : []));
  const POST = /(?<="id": ")[0-9a-f]{24}(?=", "category)/;
  const begun = new Set(ids(few, 'edx.forum.thread.created', POST));
  const essays = new Set(ids(few, 'openassessmentblock.create_submission', /(?<="submission_uuid": ")[^"]*/));
  const met = (lines: readonly string[]): readonly [views: number, essays: number] => [
    ids(lines, 'edx.forum.thread.viewed', POST).filter((id) => begun.has(id)).length,
    ids(lines, 'openassessmentblock.get_peer_submission', /(?<="submission_returned_uuid": ")[^"]*/).filter((id) =>
      essays.has(id),
    ).length,
  ];
  const [views, assessed] = met(few);
  expect(Math.min(views, assessed)).toBeGreaterThan(10);
  expect(met(all)[0]).toBeGreaterThan(views);
  expect(met(all)[1]).toBeGreaterThan(assessed);
});

forAll(
  { ...settings, users: fc.integer(LARGE), days: fc.integer({ min: 1, max: 4 }), more: fc.integer({ min: 1, max: 4 }) },
  { numRuns: 7 },
)('more days only append', async ({ days, more, ...options }) => {
  const short = await linesOf({ ...options, days });
  const long = await linesOf({ ...options, days: days + more });
  expect(long.length).toBeGreaterThanOrEqual(short.length);
  expect(long.slice(0, short.length).findIndex((line, index) => line !== short[index])).toBe(-1);
});
