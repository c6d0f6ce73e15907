/** Courses at one's own pace: no cliff, rhythms of people's own, completers who take days or months, and grades that follow from answers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'edxgen';
import { expect, test } from 'vitest';
import type { Behaviour } from '../../generators/learners/behaviour.ts';
import { resolveSitePlan } from '../../generators/run/options.ts';
import { mergedLines } from '../../generators/simulation/merge.ts';
import { loadSite } from '../../generators/site/load.ts';
import { dailyFilesOf } from '../runs.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { logs, mean, sd, share, sum } from './numbers.ts';
import { DAY, seen } from './observer.ts';

const CHAPTERS = 6;
const folder = temporaryFolder();
const site = join(folder, 'site.yaml');

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const problem = (difficulty: number) => ({ difficulty, attempts: 5, inputs: [{ kind: 'number', answer: 7 }] });
const lecture = (title: string) => ({
  title: `Lecture ${title}`,
  elements: times(4, (part) => ({
    video: { title: `Part ${title} ${part}`, seconds: 300 },
    problems: [problem(-0.5)],
  })),
});
const chapters = times(CHAPTERS, (chapter) => ({
  title: `Chapter ${chapter + 1}`,
  sequences: [
    lecture(`${chapter + 1} 1`),
    lecture(`${chapter + 1} 2`),
    {
      title: `Set ${chapter + 1}`,
      due: 7 * (chapter + 1),
      elements: times(6, (index) => ({ problems: [problem(index / 5 - 0.6)] })),
    },
  ],
}));
writeFileSync(
  join(folder, 'course.yaml'),
  JSON.stringify({ org: 'SelfX', number: 'S1', run: 'R1', title: 'Six chapters', chapters }),
);
writeFileSync(site, 'courses: [{course: course.yaml, pace: self, length: 120}]');

/** What the truth says of somebody. */
interface Learner {
  readonly grade: number;
  readonly problemsTried: number;
  readonly problemsSolved: number;
  readonly hidden: { readonly ability: number };
}

/** What is seen of somebody: the days with anything, since the first, and whether it has tried the last set. */
interface Person {
  readonly days: number[];
  readonly weekdays: number[];
  finishes: boolean;
}

function peopleOf(users: number, change: (behaviour: Behaviour) => void = () => {}): Person[] {
  const loaded = loadSite(site);
  for (const { behaviour } of loaded.courses) change(behaviour);
  const plan = resolveSitePlan({ users, days: 120, seed: 'own pace' }, loaded);
  const people = new Map<string, Person & { readonly first: number }>();
  for (const line of mergedLines(plan)) {
    const { username, time, type, payload } = seen(line, plan.start);
    if (username === '') continue;
    const day = Math.floor(time / DAY);
    const person = people.get(username) ?? { first: day, days: [], weekdays: [0, 0, 0, 0, 0, 0, 0], finishes: false };
    people.set(username, person);
    if (person.days.at(-1) !== day - person.first) {
      person.days.push(day - person.first);
      person.weekdays[day % 7]! += 1;
    }
    if (type === 'save_problem_check' && payload.problem_id.includes(`Set_${CHAPTERS}`)) person.finishes = true;
  }
  return [...people.values()];
}

const activeOn = (people: readonly Person[], ...days: number[]): number =>
  sum(people.map((person) => person.days.filter((day) => days.includes(day)).length));

const gapsOf = ({ days }: Person): number[] => days.slice(1).map((day, index) => day - days[index]!);

/** Bands are choices, as the rhythms are: what they exclude is a course whose people all do the same. */
const STATISTICS: Readonly<Record<string, { band: readonly [number, number]; measure: (people: Person[]) => number }>> =
  {
    'active on the two days after the first week, to the two that end it': {
      band: [0.72, 1.15],
      measure: (people) => activeOn(people, 8, 9) / activeOn(people, 6, 7),
    },
    'of those who stay away for five days or more and come back, after more than a week': {
      band: [0.3, 0.65],
      measure: (people) =>
        share(
          people.flatMap(gapsOf).filter((gap) => gap >= 5),
          (gap) => gap > 7,
        ),
    },
    'days from the first to the last of those who finish, sd of the logarithm': {
      band: [0.7, 1.6],
      measure: (people) => sd(logs(people.filter(({ finishes }) => finishes).map(({ days }) => 1 + days.at(-1)!))),
    },
    'of those who come on eight days or more, on three days of the week above all': {
      band: [0.12, 0.4],
      measure: (people) =>
        share(
          people.filter(({ days }) => days.length >= 8),
          ({ days, weekdays }) => sum(weekdays.toSorted((a, b) => b - a).slice(0, 3)) >= 0.9 * days.length,
        ),
    },
  };

/** The statistics that lie out of their bands. */
const out = (people: Person[]): string[] =>
  Object.entries(STATISTICS).flatMap(
    ([
      name,
      {
        band: [low, high],
        measure,
      },
    ]) => {
      const value = measure(people);
      return value >= low && value <= high ? [] : [name];
    },
  );

test('people keep to rhythms of their own', () => {
  expect(out(peopleOf(1000))).toEqual([]);
});

const NAMES = Object.keys(STATISTICS);

test('who all come again after a week, do not', () => {
  const weekly = ({ ownPace, kinds, calendar }: Behaviour): void => {
    calendar.moods.comes = 0;
    for (const one of [ownPace.days, ownPace.bursts, ownPace.rush, ownPace.lapses]) one.share = 0;
    for (const kind of Object.values(kinds)) Object.assign(kind, { nextDay: 0, gap: { mean: Math.log(5), sd: 0.01 } });
  };
  expect(out(peopleOf(500, weekly))).toEqual(expect.arrayContaining(NAMES.slice(0, 3)));
});

test('nor do those who all rush', () => {
  const rush = ({ ownPace }: Behaviour): void => {
    for (const one of [ownPace.days, ownPace.bursts, ownPace.lapses]) one.share = 0;
    ownPace.rush.share = 1;
  };
  expect(out(peopleOf(250, rush))).toContain(NAMES[3]);
});

test('grades are those of any course: they follow from answers, and the able are right more often', async () => {
  const run = join(folder, 'run');
  await generate({ site, users: 250, days: 60, seed: 'own pace', dialect: 'current', servers: 1, out: run });
  const everybody = readFileSync(join(run, 'truth/learners.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Learner);
  const learners = everybody.filter(({ problemsTried }) => problemsTried >= 6);
  const right = learners.map(({ problemsSolved, problemsTried }) => problemsSolved / problemsTried);
  const abilities = learners.map(({ hidden }) => hidden.ability);
  const together = mean(learners.map((_, i) => (right[i]! - mean(right)) * (abilities[i]! - mean(abilities))));
  expect(together / sd(right) / sd(abilities)).toBeGreaterThan(0.25);

  const text = [...dailyFilesOf(run).values()].join('');
  const grades = new Map(
    [...text.matchAll(/"user_id": "(\d+)".*"percent_grade": ([0-9.]+)/g)].map(([, who, grade]) => [who, Number(grade)]),
  );
  const passed = text.match(/"event_type": "edx.course.grade.passed.first_time"/g)!.length;
  const passes = everybody.filter(({ grade }) => grade >= 0.5).length;
  expect(passes).toBeGreaterThan(5);
  expect(Math.abs(passed - passes)).toBeLessThan(3);
  // A worker is seconds behind, at the log's end too.
  const told = sum([...grades.values()]) / sum(everybody.map(({ grade }) => grade));
  expect(Math.abs(told - 1)).toBeLessThan(0.02);
  expect(text).toMatch(/"weighted_graded_possible": 6\.0/);
  expect(text).toMatch(/\?format=Homework&/);
});
