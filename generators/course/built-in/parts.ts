/** Short words to write the built-in course with. Answers are right ones unless said otherwise. */
import type { InputFile, ProblemFile, TaskFile } from '../course-file.ts';

/** One step of a lecture: a video, an exercise, or a video and the exercise that follows it. */
export interface Step {
  readonly video?: string;
  readonly problem?: ProblemFile;
}

export interface Lecture {
  readonly topic: string;
  readonly steps: readonly Step[];
}

export interface Week {
  readonly topic: string;
  readonly lectures: readonly [Lecture, Lecture];
  /** A further section, not numbered; its own title names its page. */
  readonly section?: Lecture;
  readonly homework: readonly ProblemFile[];
  /** The first ends the first lecture, the second the second, the third the homework. */
  readonly tasks?: readonly TaskFile[];
}

const hinted = (input: InputFile, hint: string | undefined): InputFile =>
  hint === undefined ? input : { ...input, hint };

export const num = (answer: string, hint?: string) => hinted({ kind: 'number', answer }, hint);

/** One of `choices` many, counted from 0. */
export const pick = (choices: number, answer: number, hint?: string) =>
  hinted({ kind: 'choice', choices, answer }, hint);

/** Any of `choices` many. */
export const tick = (choices: number, answer: number[], hint?: string) =>
  hinted({ kind: 'checkboxes', choices, answer }, hint);

export const word = (answer: string, wrong: string[], hint?: string) => hinted({ kind: 'text', answer, wrong }, hint);

export type Program = Extract<InputFile, { readonly kind: 'code' }>;

/** A program, and the slips that make it wrong: what to replace, and by what. */
export const program = (lines: string[], ...slips: [from: string, to: string][]): Program => {
  const answer = lines.join('\n');
  return { kind: 'code', answer, wrong: slips.map(([from, to]) => answer.replaceAll(from, to)) };
};

/** A video, and an exercise after it when there are inputs. */
export const watch = (video: string, ...inputs: InputFile[]): Step => ({
  video,
  ...(inputs.length > 0 && solve(...inputs)),
});

/** An exercise without a video. */
export const solve = (...inputs: InputFile[]): Step => ({ problem: { inputs } });

/** A problem of a problem set. */
export const task = (title: string, ...inputs: InputFile[]): ProblemFile => ({ title, inputs });

/** The same problem with numbers drawn anew for each learner. */
export const drawn = (problem: ProblemFile): ProblemFile => ({ ...problem, randomized: true });

/** An open-ended task; `due` in days after the course's first day, none for no end. */
export const essay = (
  name: string,
  title: string,
  graded: TaskFile['graded'],
  rubric: number[],
  due?: number,
): TaskFile => ({ title, name, graded, rubric, ...(due !== undefined && { due }) });
