/** From the built-in course's weeks to the shape of a course file: numbering, lengths, difficulties, attempts. */
import { nearNormal } from '../../../src/base/random/index.ts';
import type { ChapterFile, ElementFile, ProblemFile, SequenceFile, TaskFile } from '../course-file.ts';
import { isProgrammed } from '../programmed.ts';
import { withOtherWays } from './other-ways.ts';
import type { Lecture, Step, Week } from './parts.ts';

/** Video lengths are spread like those of real courses: lognormal, the middle 400 s (see docs/realism.md). */
const VIDEO = { median: 400, sd: 0.55, shortest: 60, longest: 1800 };
/** Exercises that follow a video are a little easier than the problems of a set; all get harder week by week. */
const EXERCISE = { mean: -0.5, sd: 0.7 };
const HOMEWORK = { mean: -0.15, sd: 0.9 };
const HARDER_EACH_WEEK = 0.03;
const MIDDLE_WEEK = 7;

const GOLDEN_RATIO = 0.618034;
const ROOT_OF_TWO = 0.414214;

/**
 * The value of a standard normal distribution (nearly) of an index among the first so many: multiples of an
 * irrational step fill the interval from 0 to 1 evenly, whatever their number.
 */
function spread(index: number, step: number): number {
  return nearNormal(((index + 1) * step) % 1);
}

function videoSeconds(index: number): number {
  const seconds = Math.round(VIDEO.median * Math.exp(VIDEO.sd * spread(index, GOLDEN_RATIO)));
  return Math.min(VIDEO.longest, Math.max(VIDEO.shortest, seconds));
}

function difficulty(index: number, week: number, of: typeof EXERCISE): number {
  const value = of.mean + of.sd * spread(index, ROOT_OF_TWO) + HARDER_EACH_WEEK * (week - MIDDLE_WEEK);
  return Math.round(value * 100) / 100;
}

/** An exercise may be tried without end, but some with choices only until one choice is left. */
function exerciseAttempts({ inputs }: ProblemFile, index: number): { attempts?: number } {
  const [first] = inputs;
  return first?.kind === 'choice' && index % 2 === 0 ? { attempts: first.choices - 1 } : {};
}

/** A program may be handed in thirty times, anything else five, ten or fifteen times. */
const homeworkAttempts = (problem: ProblemFile, index: number): number =>
  isProgrammed(problem) ? 30 : 5 * (1 + (index % 3));

const inputsOf = ({ inputs }: ProblemFile): Pick<ProblemFile, 'inputs'> => ({
  inputs: inputs.map((input) => (input.kind === 'code' ? withOtherWays(input) : input)),
});

const plain = (title: string): boolean => /^[\x20-\x7e]*$/.test(title);

/** Makes the chapters, one a week. A title in another script names its own page; the others have short names. */
export function assemble(weeks: readonly Week[]): ChapterFile[] {
  const counts = { videos: 0, exercises: 0, homework: 0 };

  const step = ({ video, problem }: Step, week: number): ElementFile => ({
    ...(video !== undefined && { video: { title: video, seconds: videoSeconds(counts.videos++) } }),
    ...(problem && { problems: [exercise(problem, week, counts.exercises++)] }),
  });
  const exercise = (problem: ProblemFile, week: number, index: number): ProblemFile => ({
    difficulty: difficulty(index, week, EXERCISE),
    ...exerciseAttempts(problem, index),
    ...problem,
    ...inputsOf(problem),
  });
  const homework = (problem: ProblemFile, week: number, index: number): ProblemFile => ({
    difficulty: difficulty(index, week, HOMEWORK),
    attempts: homeworkAttempts(problem, index),
    showAnswer: index % 4 !== 3,
    ...problem,
    ...inputsOf(problem),
  });
  const steps = (lecture: Lecture, week: number, last?: TaskFile): ElementFile[] => [
    ...lecture.steps.map((part) => step(part, week)),
    ...(last ? [{ task: last }] : []),
  ];

  return weeks.map(({ topic, lectures, section, homework: problems, tasks = [] }, index): ChapterFile => {
    const week = index + 1;
    const sequences = lectures.map((lecture, which): SequenceFile => {
      const number = 2 * index + which + 1;
      const elements = steps(lecture, week, tasks[which]);
      return { title: `Lecture ${number}: ${lecture.topic}`, name: `L${number}`, elements };
    });
    if (section) sequences.push({ title: section.topic, elements: steps(section, week) });
    const elements: ElementFile[] = problems.map((problem) => ({
      problems: [homework(problem, week, counts.homework++)],
    }));
    if (tasks[2]) elements.push({ task: tasks[2] });
    sequences.push({ title: `Problem Set ${week}`, name: `PS${week}`, due: 7 * week, elements });
    const name = plain(topic) ? { name: `Week_${week}` } : {};
    return { title: `Week ${week}: ${topic}`, ...name, release: 7 * index, sequences };
  });
}
