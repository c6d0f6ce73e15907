import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderStore } from '../store/folder.ts';
import { readTruth } from './truth.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

type Values = Record<string, unknown>;

const learner = (kind: string, dropOut: number | null, more: Values = {}): Values => ({
  sessions: 2,
  attempts: 3,
  problemsSolved: 1,
  secondsWatched: 60.5,
  hidden: { kind, visits: 3, dropOut },
  ...more,
});
const week = (number: number, kind: string, learners: number): Values => ({
  week: number,
  kind,
  learners,
  events: 10 * learners,
});

/** The files of a small truth: eight days, so two weeks. */
const TRUE = {
  told: {
    seed: 'a',
    dialect: 'documented',
    lines: { learners: 3, sessions: 6, watching: 4, problems: 1, videos: 1 },
    days: Array.from({ length: 8 }, (_, day) => ({
      date: `2013-03-${String(4 + day).padStart(2, '0')}`,
      events: 9,
      learners: day === 2 ? 3 : 1,
    })),
    weeks: [week(1, 'auditor', 1), week(1, 'sampler', 2), week(2, 'sampler', 1)],
  } as Values,
  learners: [learner('auditor', null), learner('sampler', 2), learner('sampler', 7)],
  problems: [{ learners: 3, checks: 9, correctAtFirst: 1, correct: 2 }] as Values[],
  videos: [{ seconds: 100, again: 20 }] as Values[],
};
type Files = typeof TRUE;

const linesOf = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A folder with a truth. */
function folderOf({ told, ...parts }: Files): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'truth'));
  writeFileSync(join(folder, 'truth.json'), JSON.stringify(told));
  for (const [part, values] of Object.entries(parts))
    writeFileSync(join(folder, `truth/${part}.jsonl`), linesOf(values));
  return folder;
}

const manifest = (options: Values) => ({ edxgen: '0', options, totals: {} });

test('a truth is summed up, by kind and week', async () => {
  expect(
    await readTruth(new FolderStore(folderOf(TRUE)), manifest({ seed: 'a', days: 8, start: '2013-03-04', users: 7 })),
  ).toEqual({
    starts: [15768, 15775],
    learners: 3,
    sessions: 6,
    visits: 9,
    events: 40,
    busiest: 3,
    problems: 1,
    tried: 3,
    correctAtFirst: 1,
    solved: 2,
    attempts: 9,
    viewings: 4,
    secondsWatched: 120,
    secondsAgain: 20,
    courses: [],
    kinds: [
      {
        kind: 'sampler',
        learners: 2,
        dropped: 2,
        sessions: 4,
        attempts: 6,
        solved: 2,
        secondsWatched: 121,
        active: [2, 1],
        last: [1, 1],
      },
      {
        kind: 'auditor',
        learners: 1,
        dropped: 0,
        sessions: 2,
        attempts: 3,
        solved: 1,
        secondsWatched: 60.5,
        active: [1, 0],
        last: [0, 0],
      },
    ],
  });
});

test('where there is none, there is none', async () => {
  const folder = folderOf(TRUE);
  rmSync(join(folder, 'truth.json'));
  expect(await readTruth(new FolderStore(folder), undefined)).toBeUndefined();
});

const told = (more: Values): Partial<Files> => ({ told: { ...TRUE.told, ...more } });

test.each<[string, Partial<Files>, string]>([
  ['no object', { told: [] as never }, 'truth.json is no JSON object that can be read'],
  ['something else', { told: { answer: 42 } }, 'truth.json has no days'],
  ['no days', told({ days: [] }), 'truth.json has no fitting days'],
  ['a date that is none', told({ days: [{ date: 'soon' }] }), 'truth.json has no fitting days'],
  [
    'days that count nothing',
    told({ days: [{ date: '2013-03-04' }], weeks: [], seed: 'a' }),
    'truth/learners.jsonl has no fitting dropOut',
  ],
  ['a week after the last', told({ weeks: [week(3, 'auditor', 1)] }), 'truth.json has no fitting week'],
  ['a kind that is none', told({ weeks: [{ ...week(1, '', 1), kind: 7 }] }), 'truth.json has no fitting kind'],
  ['another seed', told({ seed: 'b' }), 'truth.json is of another run than manifest.json: they differ in seed'],
  [
    'a learner too few',
    { learners: TRUE.learners.slice(1) },
    'truth/learners.jsonl has another number of lines than truth.json says',
  ],
  [
    'a negative count',
    { problems: [{ ...TRUE.problems[0], checks: -1 }] },
    'truth/problems.jsonl has no fitting checks',
  ],
  ['text for a number', { videos: [{ seconds: '1', again: 0 }] }, 'truth/videos.jsonl has no fitting seconds'],
  ['a line that is no object', { videos: [null as never] }, 'truth/videos.jsonl has no fitting again'],
  [
    'a last day after the run',
    { learners: [learner('auditor', 8), ...TRUE.learners.slice(1)] },
    'truth/learners.jsonl has no fitting dropOut',
  ],
])('%s is left out, and said why', async (_, wrong, leftOut) => {
  expect(await readTruth(new FolderStore(folderOf({ ...TRUE, ...wrong })), manifest({ seed: 'a' }))).toEqual({
    leftOut,
  });
});

test.each([
  ['truth/videos.jsonl', 'truth/videos.jsonl is missing'],
  ['truth', 'truth/learners.jsonl is missing'],
])('without %s it is left out', async (name, leftOut) => {
  const folder = folderOf(TRUE);
  rmSync(join(folder, name), { recursive: true });
  expect(await readTruth(new FolderStore(folder), undefined)).toEqual({ leftOut });
});
