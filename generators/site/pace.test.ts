/** Courses at one's own pace, and exams that are sat against the clock. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MINUTE, parseInstant, SECOND } from '../../src/base/time.ts';
import { validateLine } from '../../src/line/index.ts';
import { linesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const folder = temporaryFolder();
const site = join(folder, 'site.yaml');
const problem = '{attempts: 2, inputs: [{kind: number, answer: 4}]}';

writeFileSync(
  join(folder, 'exam.yaml'),
  `org: ExamX
number: EX1
run: T1
title: With an exam
chapters:
  - title: One
    sequences:
      - {title: Midterm, due: 9, timeLimit: 12, elements: [${`{problems: [${problem}, ${problem}]}, `.repeat(2)}]}
      - {title: Lecture, elements: [{video: {title: Hello, seconds: 100}}]}
`,
);
writeFileSync(site, 'courses:\n  - {course: exam.yaml}\n  - {org: SelfX, pace: self, length: 30}\n');

const timeOf = (line: string): number => parseInstant(/"time": "([^"]*)"/.exec(line)![1]!);

/** Times of lines by username. */
function timesIn(lines: readonly string[]): number[][] {
  const times = new Map<string, number[]>();
  for (const line of lines) {
    const name = /"username": "([^"]*)"/.exec(line)![1]!;
    if (name !== '') times.set(name, [...(times.get(name) ?? []), timeOf(line)]);
  }
  return [...times.values()].map((mine) => mine.sort((a, b) => a - b));
}

const lines = await linesOf({ site, users: 250, days: 20, seed: 'paces', dialect: 'deployed', heartbeats: 'none' });

test('an exam is sat once, by the clock', () => {
  // Whoever sends feedback may name it at any time.
  const ofExam = lines.filter((line) => /courseware\/One\/Midterm|Midterm:/.test(line));
  const lengthsOf = (some: readonly string[]): number[] => timesIn(some).map((times) => times.at(-1)! - times[0]!);
  const lengths = lengthsOf(ofExam);
  expect(lengths.length).toBeGreaterThan(20);
  const most = 12 * MINUTE;
  // The page is looked at before the clock is started, which is before the first check.
  const fromChecks = lengthsOf(ofExam.filter((line) => /"event_type": "(?:[^"]*problem_check|page_close)"/.test(line)));
  expect(fromChecks.filter((length) => length > most + 10 * SECOND)).toEqual([]);
  expect(lengths.filter((length) => length > most - 10 * SECOND).length).toBeGreaterThan(3);
  expect(lengths.filter((length) => length < most - MINUTE).length).toBeGreaterThan(3);
  expect(lines.filter((line) => line.includes('ExamX') && line.includes('"show_answer"'))).toEqual([]);
});

test('today’s platform tells of each attempt: once as it is made, and once as it is handed in', async () => {
  const told = (await linesOf({ site, users: 120, days: 20, seed: 'pace', dialect: 'current' })).filter((line) =>
    line.includes('"edx.special_exam.'),
  );
  expect(told.flatMap((line) => validateLine(line, 'current'))).toEqual([]);
  const by = new Map<number, Record<string, unknown>[]>();
  for (const { event } of told.map((line) => JSON.parse(line) as { event: { attempt_id: number } }))
    by.set(event.attempt_id, [...(by.get(event.attempt_id) ?? []), event]);
  expect(by.size).toBeGreaterThan(5);
  for (const [first, second, ...more] of by.values()) {
    expect(first).toMatchObject({ attempt_status: 'created', attempt_started_at: null });
    if (!second) continue;
    expect(second).toMatchObject({ attempt_status: 'submitted', attempt_code: first!['attempt_code'] });
    expect(second['attempt_event_elapsed_time_secs']).toBeLessThan(12 * 60 + 15);
    expect(more).toEqual([]);
  }
  expect([...by.values()].filter(({ length }) => length === 2).length).toBeGreaterThan(by.size - 3);
});

test('people begin a course at their own pace on any day', () => {
  const firsts = timesIn(lines.filter((line) => line.includes('SelfX'))).map(([first]) => first!);
  const start = Date.UTC(2013, 2, 4) * 1000;
  const late = firsts.filter((first) => first - start > 10 * 24 * 60 * MINUTE).length / firsts.length;
  expect(late).toBeGreaterThan(0.35);
  expect(late).toBeLessThan(0.65);
});
