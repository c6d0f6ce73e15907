import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import * as values from '../../src/spec/values.ts';
import { builtInCourse, builtInFile } from './built-in.ts';
import { checkCourse } from './check-course.ts';
import { checkShape } from '../../src/base/user-files/check-shape.ts';
import type { Chapter, Input } from './course.ts';
import { courseFileSchema } from './course-file.ts';

const course = builtInCourse();
const sequencesOf = (chapters: readonly Chapter[]) => chapters.flatMap(({ sequences }) => sequences);
const elementsOf = (chapters: readonly Chapter[]) => sequencesOf(chapters).flatMap(({ elements }) => elements);
const videosOf = (chapters: readonly Chapter[]) => elementsOf(chapters).flatMap(({ video }) => video ?? []);
const problemsOf = (chapters: readonly Chapter[]) => elementsOf(chapters).flatMap(({ problems }) => problems);
const tasksOf = (chapters: readonly Chapter[]) => elementsOf(chapters).flatMap(({ task }) => task ?? []);
const inputsOf = (chapters: readonly Chapter[]): Input[] => problemsOf(chapters).flatMap(({ inputs }) => inputs);

test('it keeps to every rule for course files', () => {
  expect(checkShape(courseFileSchema, builtInFile())).toEqual([]);
  expect(checkCourse(course)).toEqual([]);
});

test('its size is that of a whole term', () => {
  const { chapters } = course;
  const counts = {
    chapters: chapters.length,
    lectures: sequencesOf(chapters).filter(({ location }) => /\/L\d+$/.test(location)).length,
    sets: sequencesOf(chapters).filter(({ due }) => due !== undefined).length,
    videos: videosOf(chapters).length,
    problems: problemsOf(chapters).length,
    inputs: inputsOf(chapters).length,
    tasks: tasksOf(chapters).length,
  };
  expect(counts).toEqual({ chapters: 14, lectures: 28, sets: 14, videos: 177, problems: 246, inputs: 334, tasks: 19 });
});

test('locations, ids and codes match the format and are unique', () => {
  const { chapters } = course;
  const locations = [sequencesOf(chapters), problemsOf(chapters), tasksOf(chapters)]
    .flat()
    .map((part) => part.location);
  const videos = videosOf(chapters);
  const answers = inputsOf(chapters).map(({ id }) => id);
  const isLocation = Compile(values.location);
  const isVideoId = Compile(values.videoId);
  const isCode = Compile(values.youtubeCode);
  expect(locations.filter((text) => !isLocation.Check(text))).toEqual([]);
  expect(videos.filter(({ id, code }) => !isVideoId.Check(id) || !isCode.Check(code))).toEqual([]);
  expect(answers.filter((id) => !/^i4x-MITx-6_00x-problem-[A-Za-z0-9_-]+_\d+_1$/.test(id))).toEqual([]);
  const all = [...locations, ...answers, ...videos.flatMap(({ id, code }) => [id, code])];
  expect(new Set(all).size).toBe(all.length);
});

test('problems and tasks are numbered in order', () => {
  expect(problemsOf(course.chapters).map(({ index }) => index)).toEqual(problemsOf(course.chapters).map((_, n) => n));
  expect(tasksOf(course.chapters).map(({ index }) => index)).toEqual(tasksOf(course.chapters).map((_, n) => n));
});

test('week N opens on day 7 (N - 1); its problem set closes with its Sunday, all the rest stays open', () => {
  for (const [index, { release, sequences }] of course.chapters.entries()) {
    expect(release).toBe(7 * index);
    const dues = sequences.map(({ due }) => due);
    expect(dues).toEqual([...dues.slice(1).map(() => undefined), 7 * index + 7]);
  }
});

test('week 1 holds every kind of thing', () => {
  const week = course.chapters.slice(0, 1);
  const problems = problemsOf(week);
  const kinds = new Set(inputsOf(week).map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(['checkboxes', 'choice', 'code', 'number', 'text']);
  expect(tasksOf(week).map(({ graded, due }) => [graded, due])).toEqual([
    ['self', undefined],
    ['peer', 4],
    ['staff', 7],
  ]);
  expect(problems.some(({ randomized }) => randomized)).toBe(true);
  expect(problems.some(({ randomized }) => !randomized)).toBe(true);
  expect(problems.some(({ attempts }) => attempts !== undefined && attempts <= 3)).toBe(true);
  expect(problems.some(({ attempts }) => attempts === undefined)).toBe(true);
  expect(problems.some(({ showAnswer }) => !showAnswer)).toBe(true);
  expect(inputsOf(week).some(({ hint }) => hint?.includes('<'))).toBe(true);
  expect(sequencesOf(week).some(({ url }) => url.includes('%'))).toBe(true);
  expect(elementsOf(week).some((element) => element.video && element.problems.length > 0)).toBe(true);
});

test('answers are in several scripts, and wrong ones hold emoji', () => {
  const texts = inputsOf(course.chapters).filter((input) => input.kind === 'text');
  const right = texts.map(({ answer }) => answer).join('');
  for (const script of [/\p{sc=Cyrl}/u, /\p{sc=Deva}/u, /\p{sc=Han}/u, /\p{sc=Grek}/u]) expect(right).toMatch(script);
  expect(texts.flatMap(({ wrong }) => wrong).join('')).toMatch(/\p{Emoji_Presentation}/u);
});

test('a long program makes lines that a deployed platform cuts on the second try', () => {
  const lengths = inputsOf(course.chapters).map((input) => JSON.stringify(input.answer).length);
  expect(lengths.filter((length) => 2 * length > 9_500)).toHaveLength(2);
  expect(Math.max(...lengths)).toBeLessThan(5_500);
});

test('videos are as long as real ones', () => {
  const seconds = videosOf(course.chapters)
    .map((video) => video.seconds)
    .toSorted((a, b) => a - b);
  const logs = seconds.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const sd = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
  expect(Math.exp(mean)).toBeGreaterThan(370);
  expect(Math.exp(mean)).toBeLessThan(430);
  expect(sd).toBeGreaterThan(0.45);
  expect(sd).toBeLessThan(0.65);
  expect(seconds[0]).toBeGreaterThanOrEqual(60);
  expect(seconds.at(-1)).toBeLessThanOrEqual(1800);
});

test('lectures have 5 to 9 elements, problem sets 4 to 7 problems', () => {
  for (const { location, elements } of sequencesOf(course.chapters)) {
    if (/\/L\d+$/.test(location)) expect([5, 6, 7, 8, 9]).toContain(elements.length);
    if (/\/PS\d+$/.test(location)) expect([4, 5, 6, 7]).toContain(elements.flatMap(({ problems }) => problems).length);
  }
});

test('it has the parts that the format’s examples name', () => {
  const sequence = sequencesOf(course.chapters).find(({ url }) => url === `${course.url}/courseware/Week_8/L15/`);
  expect(sequence?.location).toBe('i4x://MITx/6.00x/sequential/L15');
  const element = sequence?.elements[1];
  expect(element?.video?.id).toBe('i4x-MITx-6_00x-video-Simple_Random_Sample');
  expect(element?.problems[0]).toMatchObject({
    location: 'i4x://MITx/6.00x/problem/L15:L15_Problem_2',
    inputs: [
      { id: 'i4x-MITx-6_00x-problem-L15_L15_Problem_2_2_1', answer: '42' },
      { id: 'i4x-MITx-6_00x-problem-L15_L15_Problem_2_3_1', answer: [0, 2] },
    ],
  });
  expect(problemsOf(course.chapters).some((problem) => problem.location.endsWith('/PS4:Code'))).toBe(true);
  expect(tasksOf(course.chapters).some((task) => task.location.endsWith('/Essay1'))).toBe(true);
});

test('it is made once', () => expect(builtInCourse()).toBe(course));
