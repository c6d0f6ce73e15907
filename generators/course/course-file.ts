/** The schema of a course file, as people write it in YAML or JSON. Each description says what is allowed there. */
import type { Static } from 'typebox';
import { Type } from '../../src/base/type.ts';
import { listOf, number, strict, whole } from '../../src/base/user-files/schema.ts';

const keyPart = (what: string) =>
  Type.String({
    pattern: '^(?=.*[A-Za-z0-9])[A-Za-z0-9_.-]{1,100}$',
    description: `${what}: 1 to 100 characters of A-Z a-z 0-9 _ . - with a letter or digit among them`,
  });

/** One line of text in any script; half a surrogate pair has no UTF-8 form, so no file could hold it. */
const LINE = '[^\\p{Cc}\\p{Cs}]';
const TEXT = '\\P{Cs}';

const title = Type.String({ pattern: `^${LINE}{1,255}$`, description: 'a line of text, 1 to 255 characters' });
const name = Type.Optional(
  Type.String({
    pattern: '^(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{N}\\p{M}_:.-]{1,255}$',
    description:
      'a name for addresses: letters of any script, digits and _ : . - only, with a letter or digit among them',
  }),
);
const day = (what: string) => Type.Optional(number(0, 3660, `${what}, in days after the course’s first day`));

const hint = Type.Optional(Type.String({ pattern: `^${TEXT}+$`, description: 'text, which may hold HTML' }));
const choices = whole(2, 100, 'how many choices there are');
const choiceNumber = whole(0, 99, 'the number of a choice, counted from 0');
const lineAnswer = Type.String({ pattern: `^${LINE}+$`, description: 'the right answer, one line of text' });
const codeAnswer = Type.String({ pattern: `^${TEXT}+$`, description: 'the right answer, text of any number of lines' });
const wrongLine = Type.String({ pattern: `^${LINE}*$`, description: 'one line of text' });
const wrongCode = Type.String({ pattern: `^${TEXT}*$`, description: 'text' });
const wrongAnswers = 'a list of at least one wrong answer that learners give';

const NUMERAL = '^[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?$';
const numberAnswer = Type.Union([Type.Number(), Type.String({ pattern: NUMERAL })], {
  description: 'the right number, as a number or as text to keep its spelling',
});

const input = Type.Union(
  [
    strict({ kind: Type.Literal('number'), answer: numberAnswer, hint }, 'a number input'),
    strict({ kind: Type.Literal('choice'), choices, answer: choiceNumber, hint }, 'a choice input'),
    strict(
      {
        kind: Type.Literal('checkboxes'),
        choices,
        answer: listOf(choiceNumber, 'a list of the right choices’ numbers, counted from 0'),
        hint,
      },
      'a checkboxes input',
    ),
    strict(
      { kind: Type.Literal('text'), answer: lineAnswer, wrong: listOf(wrongLine, wrongAnswers), hint },
      'a text input',
    ),
    strict(
      {
        kind: Type.Literal('code'),
        answer: codeAnswer,
        wrong: listOf(wrongCode, wrongAnswers),
        others: Type.Optional(
          listOf(
            strict(
              { answer: codeAnswer, wrong: listOf(wrongCode, wrongAnswers) },
              'another way: a mapping with answer and wrong',
            ),
            'a list of other ways to write it, as right as the first',
          ),
        ),
        hint,
      },
      'a code input',
    ),
  ],
  { description: 'an input: a mapping with kind, answer and what that kind needs' },
);

const problem = strict(
  {
    title: Type.Optional(title),
    name,
    difficulty: Type.Optional(number(-6, 6, 'how hard it is, 0 for middling')),
    attempts: Type.Optional(whole(1, 1000, 'how many checks are allowed')),
    randomized: Type.Optional(Type.Boolean({ description: 'true or false' })),
    showAnswer: Type.Optional(Type.Boolean({ description: 'true or false' })),
    inputs: listOf(input, 'a list of at least one input'),
  },
  'a problem: a mapping with inputs',
);

const video = strict(
  {
    title,
    name,
    seconds: number(1, 86400, 'its length in seconds'),
    code: Type.Optional(
      Type.String({ pattern: '^[A-Za-z0-9_-]{11}$', description: 'a YouTube id: 11 characters of A-Z a-z 0-9 _ -' }),
    ),
  },
  'a video: a mapping with title and seconds',
);

const task = strict(
  {
    title,
    name,
    graded: Type.Enum(['self', 'peer', 'staff'] as const, { description: 'self, peer or staff' }),
    due: day('when it closes'),
    rubric: listOf(whole(1, 100, 'a category’s highest value'), 'a list of at least one category’s highest value'),
  },
  'a task: a mapping with title, graded and rubric',
);

const element = Type.Object(
  {
    video: Type.Optional(video),
    problems: Type.Optional(listOf(problem, 'a list of at least one problem')),
    task: Type.Optional(task),
  },
  { additionalProperties: false, minProperties: 1, description: 'an element: a mapping with video, problems or task' },
);

const sequence = strict(
  {
    title,
    name,
    due: day('when its problems close'),
    graded: Type.Optional(Type.Boolean({ description: 'true or false' })),
    timeLimit: Type.Optional(number(1, 1440, 'minutes that it lasts once it is begun, in one sitting')),
    elements: listOf(element, 'a list of at least one element'),
  },
  'a sequence: a mapping with title and elements',
);

const chapter = strict(
  {
    title,
    name,
    release: day('when it opens'),
    sequences: listOf(sequence, 'a list of at least one sequence'),
  },
  'a chapter: a mapping with title and sequences',
);

export const courseFileSchema = strict(
  {
    org: keyPart('the organisation'),
    number: keyPart('the course’s number'),
    run: keyPart('the run'),
    title,
    site: Type.Optional(
      Type.String({
        pattern: '^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[1-9][0-9]{0,4})?/?$',
        description: 'the site’s address without a path, such as https://www.edx.org',
      }),
    ),
    textbook: Type.Optional(
      strict({ pages: whole(1, 100_000, 'how many pages it has') }, 'a textbook: a mapping with pages'),
    ),
    chapters: listOf(chapter, 'a list of at least one chapter'),
  },
  'a course: a mapping with org, number, run, title and chapters',
);

/** A course as people write it: what is left out has a default, see `resolveCourse`. */
export type CourseFile = Static<typeof courseFileSchema>;
export type ChapterFile = Static<typeof chapter>;
export type SequenceFile = Static<typeof sequence>;
export type ElementFile = Static<typeof element>;
export type ProblemFile = Static<typeof problem>;
export type InputFile = Static<typeof input>;
export type TaskFile = Static<typeof task>;
export type VideoFile = Static<typeof video>;
