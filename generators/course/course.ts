/** What a course is made of, with every id and address that the log needs already spelled out. */

/** A course as a run uses it. */
export interface Course {
  readonly org: string;
  readonly number: string;
  readonly run: string;
  readonly title: string;
  /** `MITx/6.00x/2013_Spring` */
  readonly id: string;
  /** `https://www.edx.org/courses/MITx/6.00x/2013_Spring`: the address that all its pages start with. */
  readonly url: string;
  readonly chapters: readonly Chapter[];
  readonly textbook: Textbook | undefined;
}

/** A chapter of the course: mostly a week. */
export interface Chapter {
  readonly title: string;
  /** When it opens: days after the course's first day. */
  readonly release: number;
  readonly sequences: readonly Sequence[];
}

/** A sequence: a lecture, a homework, a lab. The learner moves through its elements, one at a time. */
export interface Sequence {
  readonly title: string;
  /** `i4x://MITx/6.00x/sequential/L15` */
  readonly location: string;
  /** Its page: `https://www.edx.org/courses/MITx/6.00x/2013_Spring/courseware/Week_8/L15/`, as a browser shows it. */
  readonly url: string;
  /** When its problems close: days after the course's first day, counted to midnight GMT. */
  readonly due: number | undefined;
  /** Whether its points count for the course's grade. */
  readonly graded: boolean;
  /** Minutes that an exam lasts once somebody has begun it, in one sitting; undefined for all else. */
  readonly timeLimit: number | undefined;
  readonly elements: readonly Element[];
}

/** What is shown at one position of a sequence: any of these, in this order. */
export interface Element {
  /** `i4x://MITx/6.00x/vertical/L15_Unit_1` */
  readonly location: string;
  readonly video: Video | undefined;
  readonly problems: readonly Problem[];
  readonly task: Task | undefined;
}

export interface Video {
  /** What random draws about it are addressed by, the same in every dialect. */
  readonly key: string;
  readonly title: string;
  /** `i4x-MITx-6_00x-video-Simple_Random_Sample` */
  readonly id: string;
  /** YouTube's id: 11 characters. */
  readonly code: string;
  readonly seconds: number;
}

export interface Problem {
  /** What random draws about it are addressed by, the same in every dialect. */
  readonly key: string;
  readonly title: string;
  /** Its index among all problems of the course, from 0. */
  readonly index: number;
  /** `i4x://MITx/6.00x/problem/L15:L15_Problem_2` */
  readonly location: string;
  readonly inputs: readonly Input[];
  /** How hard it is: the ability at which half of the learners are right at once; 0 is the middle. */
  readonly difficulty: number;
  /** How many checks are allowed; undefined for no limit. */
  readonly attempts: number | undefined;
  /** Whether it draws new numbers for each learner, and so must be reset before it is tried again. */
  readonly randomized: boolean;
  /** Whether the answer can be shown once it has been tried. */
  readonly showAnswer: boolean;
}

/** One field to fill in. `id` is its answer id: `i4x-MITx-6_00x-problem-L15_L15_Problem_2_2_1`. */
export type Input = {
  /** What random draws about it are addressed by, the same in every dialect. */
  readonly key: string;
  readonly id: string;
  /** What a learner who is wrong may be told, and then on request; may hold HTML. */
  readonly hint: string | undefined;
} & (
  | { readonly kind: 'number'; readonly answer: string }
  /** One of `choices` many; `answer` is the right one's number, from 0. */
  | { readonly kind: 'choice'; readonly choices: number; readonly answer: number }
  /** Any of `choices` many; its form key ends in `[]`. */
  | { readonly kind: 'checkboxes'; readonly choices: number; readonly answer: readonly number[] }
  | { readonly kind: 'text'; readonly answer: string; readonly wrong: readonly string[] }
  /** Code, queued for an external grader; there may be other ways to write it. */
  | ({ readonly kind: 'code'; readonly others?: readonly ProgramWay[] } & ProgramWay)
);

/** A way to write a program, and programs that learners write who make a mistake in it. */
export interface ProgramWay {
  readonly answer: string;
  readonly wrong: readonly string[];
}

/** An open-ended task: an essay, marked with a rubric. */
export interface Task {
  readonly title: string;
  /** Its index among all tasks of the course, from 0. */
  readonly index: number;
  /** What random draws about it are addressed by, the same in every dialect. */
  readonly key: string;
  /** `i4x://MITx/6.00x/combinedopenended/Essay1` */
  readonly location: string;
  /** Who marks it: the learner, other learners, or staff. */
  readonly graded: 'self' | 'peer' | 'staff';
  /** When it closes for submission: days after the course's first day; grading opens some days before. */
  readonly due: number | undefined;
  /** The rubric: for each category, the highest value; values start at 0. */
  readonly rubric: readonly number[];
}

export interface Textbook {
  /** Its pages are numbered from 1. */
  readonly pages: number;
}

/** How long all videos of a course are together. */
export const secondsOf = ({ chapters }: Course): number =>
  chapters
    .flatMap(({ sequences }) => sequences.flatMap(({ elements }) => elements))
    .reduce((sum, { video }) => sum + (video?.seconds ?? 0), 0);
