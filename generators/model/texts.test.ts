import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { builtInCourse, builtInFile } from '../course/built-in.ts';
import type { Course } from '../course/course.ts';
import { loadCourse } from '../course/load.ts';
import { withProblems } from '../../testing/courses.ts';
import { NOUNS } from './course-words.ts';
import { SAYINGS, TALKS } from './forum-words.ts';
import { posted, reported, said, written } from './texts.ts';
import type { Said, Theme } from './subjects.ts';
import { CODE_LISTS, LISTS, STRIDE } from './text-words.ts';

const visitOf = (person: number, visit: number, course: Course = builtInCourse(), day = 100) => ({
  own: (...address: readonly (string | number)[]) => stream('texts', 'learner', person, ...address),
  random: stream('texts', 'learner', person, 'visit', visit),
  course,
  day,
});
const text = (person: number, visit: number, title = ''): string =>
  written(visitOf(person, visit), { low: 4, high: 14 }, title)();
const PEOPLE = Array.from({ length: 3000 }, (_, person) => person);
const texts = PEOPLE.map((person) => text(person, 1));
const BOUNDS = { low: 1, high: 12 };
const begun = PEOPLE.map((person) => posted(visitOf(person, 1), BOUNDS)());
const answers = begun.map(({ theme }, person) => posted(visitOf(person, 2), BOUNDS)(theme));
const bodies = [...begun, ...answers].map(({ body }) => body);
const sentencesOf = (all: readonly string[]): string[] => all.flatMap((one) => one.split(/(?<=[.?]) +/));
const wordsOf = (one: string): Set<string> => new Set(one.toLowerCase().match(/\p{L}{4,}/gu));
const shared = (one: string, other: string): number => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);
};

test('no two essays of thousands are alike, and hardly two sentences', () => {
  expect(new Set(texts).size).toBe(texts.length);
  const all = sentencesOf(texts);
  expect(new Set(all).size).toBeGreaterThan(0.85 * all.length);
});

test('all gaps are filled, and the letters are Latin', () => {
  const all = [...texts, ...begun.flatMap(({ title, body }) => [title, body]), ...answers.map(({ body }) => body)];
  // eslint-disable-next-line no-control-regex
  expect(all.filter((one) => /[{}*\u0001]|undefined/.test(one) || one === '')).toEqual([]);
  expect(texts.join('').replaceAll(/[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu, '')).toBe('');
});

test('parsers still meet letters and signs beyond ASCII', () => {
  for (const sign of [/’/, /“/, /\p{Emoji_Presentation}/u, /ë|é|ø/])
    expect(texts.filter((one) => sign.test(one)).length).toBeGreaterThan(100);
});

test('two texts of one person have more words in common than two of two people', () => {
  const people = PEOPLE.slice(0, 400);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const same = mean(people.map((person) => shared(texts[person]!, text(person, 2))));
  const others = mean(people.map((person) => shared(texts[person]!, text(person + 1, 2))));
  expect(same - others).toBeGreaterThan(0.03);
});

test('an essay is about its task, and comes back to what it is about', () => {
  const people = PEOPLE.slice(0, 300);
  const about = people.map((person) => text(person, 3, 'A recipe as an {algorithm}'));
  const times = (all: readonly string[]): number => all.join(' ').match(/\b(?:recipe|algorithm)\b/gi)?.length ?? 0;
  expect(about.filter((one) => /[{}]|undefined/.test(one))).toEqual([]);
  expect(times(about)).toBeGreaterThan(3 * people.length);
  expect(times(people.map((person) => text(person, 3)))).toBeLessThan(people.length);
  expect(about.filter((one) => one.includes('\n\n')).length).toBeGreaterThan(20);
});

test('each word of each list can be reached', () => {
  const lists = Object.entries({ ...LISTS, ...SAYINGS }).map(([name, list]) => [
    ...(CODE_LISTS[name as keyof typeof LISTS] ?? []),
    ...list,
  ]);
  for (const list of [...lists, ...Object.values(TALKS).flatMap((talk) => Object.values(talk))])
    expect(list.length).toBeLessThan(STRIDE);
});

test('no four words in a row stand in many texts', () => {
  const frames = (one: string): Set<string> =>
    new Set(
      one
        .toLowerCase()
        .replaceAll('’', "'")
        // What is asked about has a name of its own, and what Python says is said in its words.
        .replaceAll(/[“"][^”"]*[”"]|\n\n {4}.*|https?:\S+/g, '\n')
        .split(/[.?!:;\n]/)
        .flatMap((sentence) => {
          const words = sentence.match(/[\p{L}\p{N}']+/gu) ?? [];
          return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '));
        }),
    );
  for (const all of [texts, bodies]) {
    const counts = new Map<string, number>();
    for (const one of all) for (const frame of frames(one)) counts.set(frame, (counts.get(frame) ?? 0) + 1);
    const often = [...counts].filter(([, count]) => count > 0.04 * all.length);
    expect(often).toEqual([]);
  }
});

test('verbs agree with what they are of', () => {
  const all = [
    ...texts,
    ...bodies,
    ...PEOPLE.slice(0, 500).map((person) => text(person, 4, 'Lists and programs')),
  ].join('\n');
  const many = 'functions|programs|lists|strings|objects|loops|videos|lectures|questions|examples';
  const verbs = (pattern: string): number => all.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  const wrong = verbs(
    `(?<=(?:^|[.?!] )(?:the |my |these |all |)(?:${many})) (?:is|was|has|depends|seems|makes|needs)\\b`,
  );
  const right = verbs(`\\b(?:${many}) (?:are|were|have|depend|seem|make|need)\\b`);
  const within = verbs(
    `(?<!doing )\\b(?:many|most|all|some|two|these) (?:${many}) (?:is|was|has|depends|seems|makes|needs)\\b`,
  );
  expect(within).toBe(0);
  expect(verbs('\\bit (?:were|are)\\b')).toBe(0);
  expect(right).toBeGreaterThan(100);
  expect(wrong).toBe(0);
  expect(verbs(`\\b(?:every|each|another|this) (?:question|problem|code|answer) (?:are|were|have|depend)\\b`)).toBe(0);
});

test('weeks are those that the course has had', () => {
  const day = builtInFile().chapters.length * 7 * 10;
  const weeksOf = (on: number, visit: number): number[] =>
    PEOPLE.flatMap((person) => {
      const essay = written(visitOf(person, visit, builtInCourse(), on), { low: 4, high: 14 }, '')();
      return [...essay.matchAll(/(?:in|since) week (\d+)/gi)].map(([, week]) => Number(week));
    });
  const last = weeksOf(day, 5);
  expect(last.length).toBeGreaterThan(100);
  expect(Math.max(...last)).toBe(builtInFile().chapters.length);
  expect(Math.max(...weeksOf(15, 6))).toBe(3);
});

test('people speak of their code, and use everyday words', () => {
  const all = bodies.join('\n').toLowerCase();
  const count = all.match(/\p{L}+/gu)!.length;
  for (const word of ['python', 'code', 'please', 'just', 'exam', 'pset', 'help', 'really', 'thanks'])
    expect((all.match(new RegExp(`\\b${word}\\b`, 'g'))?.length ?? 0) / count, word).toBeGreaterThan(0.0005);
  const pastes = bodies.filter((body) => /https?:|>>>|\bdef |\w = |\w+Error:/.test(body)).length / bodies.length;
  expect(pastes).toBeGreaterThan(0.12);
  expect(pastes).toBeLessThan(0.5);
  const links = [...all.matchAll(/https?:\/\/([^/\s]+)/g)].map(([, host]) => host!);
  expect(links.filter((host) => !/(?:^|\.)(?:python\.org|pythontutor\.com|example\.(?:com|org))$/.test(host))).toEqual(
    [],
  );
});

test('a post says more than its title', () => {
  expect(begun.filter(({ title, body }) => title === body).length).toBeLessThan(0.02 * begun.length);
});

/** Whether a text names one of what it is about. */
const names = ({ theme: { about } }: Pick<Said, 'theme'>, one: string): boolean =>
  about!.names.some((name) => one.toLowerCase().includes(name.replaceAll('"', '').toLowerCase()));

test('whoever answers takes up what a thread is about', () => {
  const about = answers.filter(({ body }, person) => names(begun[person]!, body)).length;
  const other = answers.filter(({ body }, person) => names(begun[(person + 1) % begun.length]!, body)).length;
  expect(about).toBeGreaterThan(0.25 * answers.length);
  expect(other).toBeLessThan(0.4 * about);
});

test('what the site is told has a subject that its comment is about', () => {
  const all = PEOPLE.map((person) => reported(visitOf(person, 1), 1));
  const stems = (one: string): string[] =>
    (one.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
  const matching = all.filter(({ title, body }) => stems(title).some((stem) => stems(body).includes(stem)));
  expect(matching.length).toBeGreaterThan(0.75 * all.length);
  const of = (kind: Theme['kind'], word: RegExp): boolean[] =>
    all.flatMap(({ theme, title, body }) => (theme.kind === kind ? [word.test(title) && word.test(body)] : []));
  const share = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;
  expect(
    share(of('deadline', /deadline|due|late|time|extension|extended|open|lost|close|work|hand|pset|problem set/i)),
  ).toBeGreaterThan(0.9);
});

test('a course that takes no programs hears nothing of them', () => {
  const sky = withProblems(loadCourse('examples/course.yaml'), (problems) =>
    problems.filter(({ inputs }) => inputs.every(({ kind }) => kind !== 'code')),
  );
  const all = PEOPLE.slice(0, 600).flatMap((person) => {
    const visit = visitOf(person, 7, sky);
    const { title, body, theme } = posted(visit, BOUNDS)();
    return [title, body, written(visit, { low: 4, high: 14 }, 'The moon')(), said(visit, 'comment', 0, theme, 1).body];
  });
  expect(all.filter((one) => /python|recursion|\bcode\b|IDLE|pset|Error\b/i.test(one))).toEqual([]);
  expect(NOUNS.any.includes('loop')).toBe(false);
});
