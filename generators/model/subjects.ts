/** What people write about: parts of their course, by its own titles, and what any course brings with it. */
import { onceFor } from '../../src/base/remember.ts';
import { chance, pick, weighted, type Stream } from '../../src/base/random/index.ts';
import type { Chapter, Course, Sequence } from '../course/course.ts';
import { isProgrammed } from '../course/programmed.ts';
import { ERRORS, SNIPPETS, VARIABLES } from './course-words.ts';
import type { TALKS } from './forum-words.ts';
import type { SessionContext } from './session-context.ts';

export type Kind = keyof typeof TALKS;

/** What a thread is about. */
export interface About {
  readonly kind: Kind;
  /** What people call it. */
  readonly names: readonly string[];
  /** What was pasted of it: lines of code, or what Python says. */
  readonly raw: string;
}

/** What is to be written about; a thread that asks everybody leaves open what of that kind. */
export interface Theme {
  readonly kind: Kind;
  readonly about?: About;
  /** How people answer: they help, or they tell of something themselves. */
  readonly how: 'open' | 'answer';
}

/** A post as it was written. */
export interface Said {
  readonly title: string;
  readonly body: string;
  readonly theme: Theme;
}

/** Composes what somebody posts: it begins a thread, or takes up the theme of one, where that is known. */
export type Post = (theme?: Theme | 'answer') => Said;

/** Whether a course teaches to program: some problem of it takes a program. */
export const isCode = onceFor((course: Course): boolean =>
  course.chapters.some(({ sequences }) =>
    sequences.some(({ elements }) => elements.some(({ problems }) => problems.some(isProgrammed))),
  ),
);

/** The newest chapter that is out, by index. */
export function chapterNow({ course, day }: Pick<SessionContext, 'course' | 'day'>): number {
  return Math.max(
    0,
    course.chapters.findLastIndex(({ release }) => release <= day),
  );
}

/** How often people write about what, in any course and in one of programming (choices). */
const ANY = [
  ['problem', 26],
  ['lecture', 12],
  ['grader', 10],
  ['deadline', 7],
  ['video', 6],
  ['certificate', 5],
  ['exam', 5],
  ['hello', 2],
  ['group', 2],
] as const satisfies readonly (readonly [Kind, number])[];
const KINDS = {
  any: weighted<Kind>(ANY),
  code: weighted<Kind>([...ANY, ['error', 15], ['code', 15], ['install', 3]]),
};
/** What people tell those who run the site. */
const OF_SITE = weighted<Kind>([
  ['video', 4],
  ['grader', 4],
  ['deadline', 3],
  ['certificate', 3],
  ['problem', 3],
  ['lecture', 1],
]);

/** Of problems that people write about so many are of homework, where a chapter has any (a choice). */
const OF_HOMEWORK = 0.75;

const quoted = (title: string): string => `"${title.replace(/["{}]/g, '')}"`;

/** What is called by a number: `Lecture 3: Loops` is lecture 3. */
const numbered = (title: string): string | undefined => /^[A-Za-z ]+\d+(?=:|$)/.exec(title)?.[0].toLowerCase();

function namesOf({ title }: Pick<Sequence, 'title'>): string[] {
  const number = numbered(title);
  if (number === undefined) return [quoted(title)];
  const rest = title.slice(number.length + 1).trim();
  return [
    number,
    ...(number.startsWith('problem set') ? [number.replace('problem set', 'pset')] : []),
    ...(rest === '' ? [] : [quoted(rest)]),
  ];
}

function problemNames(random: Stream, { sequences }: Chapter): readonly string[] {
  const homework = sequences.filter(({ due, graded }) => due !== undefined || graded);
  const from = homework.length > 0 && chance(random, OF_HOMEWORK) ? homework : sequences;
  const sequence = pick(random, from);
  const problems = sequence.elements.flatMap(({ problems: of }) => of);
  if (problems.length === 0) return namesOf(sequence);
  const { title } = pick(random, problems);
  const number = numbered(title);
  return number === undefined ? [quoted(title)] : [`${number} of ${namesOf(sequence)[0]!}`];
}

function lectureNames(random: Stream, { sequences }: Chapter): readonly string[] {
  const shown = sequences.filter(({ elements }) => elements.some(({ video }) => video));
  const sequence = pick(random, shown.length > 0 ? shown : sequences);
  const videos = sequence.elements.flatMap(({ video }) => video ?? []);
  return [...namesOf(sequence), ...(videos.length > 0 ? [quoted(pick(random, videos).title)] : [])];
}

const homeworkNames = (random: Stream, { sequences }: Chapter): readonly string[] =>
  namesOf(sequences.find(({ due }) => due !== undefined) ?? pick(random, sequences));

const NAMES: Partial<Record<Kind, typeof problemNames>> = {
  lecture: lectureNames,
  video: lectureNames,
  exam: lectureNames,
  deadline: homeworkNames,
  certificate: homeworkNames,
  group: homeworkNames,
};

/** Lines with their gaps filled: one name all over. */
export function pasted(random: Stream, lines: readonly string[]): string {
  const name = pick(random, VARIABLES);
  return pick(random, lines)
    .replaceAll('{v}', name)
    .replaceAll('{n}', () => String(Math.floor(random() * 12)));
}

/** Something of a chapter that people write about; of a kind, if that is known. */
export function aboutOf(
  random: Stream,
  course: Course,
  chapter: number,
  kind: Kind = KINDS[isCode(course) ? 'code' : 'any'](random),
): About {
  const names = (NAMES[kind] ?? problemNames)(random, course.chapters[chapter]!);
  return { kind, names, raw: pasted(random, kind === 'error' ? ERRORS : SNIPPETS) };
}

/** What somebody tells those who run the site. */
export const siteAbout = (random: Stream, course: Course, chapter: number): About =>
  aboutOf(random, course, chapter, OF_SITE(random));
