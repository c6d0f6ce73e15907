/** From a course file to the course that a run uses: defaults filled in, ids and addresses spelled out. */
import type { Chapter, Course, Element, Input, Problem, Sequence, Task, Video } from './course.ts';
import type {
  ChapterFile,
  CourseFile,
  ElementFile,
  InputFile,
  ProblemFile,
  SequenceFile,
  TaskFile,
  VideoFile,
} from './course-file.ts';
import { gradedIn } from './graded.ts';
import { answerId, htmlId, locationName, nameOf, youtubeCode } from './names.ts';

const SITE = 'https://www.edx.org';
const WEEK = 7;

type Category = 'sequential' | 'vertical' | 'problem' | 'video' | 'combinedopenended';

/** What resolving needs to know from one part to the next. */
interface Context {
  readonly url: string;
  readonly location: (category: Category, name: string) => string;
  readonly isGraded: (sequence: SequenceFile) => boolean;
  problems: number;
  tasks: number;
}

const nameIn = (part: { title: string; name?: string }): string => part.name ?? nameOf(part.title);

/**
 * Makes the course of a file that keeps to the schema; `checkCourse` tells whether what is made hangs together. A
 * problem's name starts with its sequence's, as in `L15:L15_Problem_2`, unless the file names it.
 */
export function resolveCourse(file: CourseFile): Course {
  const { org, number, run, title } = file;
  const site = (file.site ?? SITE).toLowerCase().replace(/\/$/, '');
  const url = `${site}/courses/${org}/${number}/${run}`;
  const location = (category: Category, name: string) => `i4x://${org}/${number}/${category}/${name}`;
  const context: Context = { url, location, isGraded: gradedIn(file.chapters), problems: 0, tasks: 0 };
  const chapters = file.chapters.map((chapter, index) => resolveChapter(context, chapter, index));
  const id = `${org}/${number}/${run}`;
  return { org, number, run, title, id, url, chapters, textbook: file.textbook };
}

function resolveChapter(context: Context, chapter: ChapterFile, index: number): Chapter {
  const name = nameIn(chapter);
  const stem = locationName(name, `Chapter_${index + 1}`);
  const url = `${context.url}/courseware/${encodeURI(name)}`;
  const sequences = chapter.sequences.map((sequence, section) =>
    resolveSequence(context, sequence, url, `${stem}_Section_${section + 1}`),
  );
  return { title: chapter.title, release: chapter.release ?? WEEK * index, sequences };
}

function resolveSequence(context: Context, sequence: SequenceFile, chapterUrl: string, positional: string): Sequence {
  const name = nameIn(sequence);
  const stem = locationName(name, positional);
  const counts = { videos: 0, problems: 0, tasks: 0 };
  const resolveElement = ({ video, problems = [], task }: ElementFile, index: number): Element => ({
    location: context.location('vertical', `${stem}_Unit_${index + 1}`),
    video: video && resolveVideo(context, video, `${stem}_Video_${++counts.videos}`),
    problems: problems.map((problem) => resolveProblem(context, problem, stem, ++counts.problems)),
    task: task && resolveTask(context, task, `${stem}_Task_${++counts.tasks}`),
  });
  return {
    title: sequence.title,
    location: context.location('sequential', stem),
    url: `${chapterUrl}/${encodeURI(name)}/`,
    due: sequence.due,
    graded: context.isGraded(sequence),
    timeLimit: sequence.timeLimit,
    elements: sequence.elements.map(resolveElement),
  };
}

function resolveVideo(context: Context, video: VideoFile, positional: string): Video {
  const id = htmlId(context.location('video', locationName(nameIn(video), positional)));
  return { key: id, title: video.title, id, code: video.code ?? youtubeCode(id), seconds: video.seconds };
}

function resolveProblem(context: Context, problem: ProblemFile, sequence: string, number: number): Problem {
  const positional = `${sequence}_Problem_${number}`;
  const ownName = problem.title === undefined ? positional : locationName(nameOf(problem.title), positional);
  const name = problem.name === undefined ? `${sequence}:${ownName}` : locationName(problem.name, positional);
  const location = context.location('problem', name);
  return {
    key: location,
    title: problem.title ?? `Problem ${number}`,
    index: context.problems++,
    location,
    inputs: problem.inputs.map((input, index) => resolveInput(input, answerId(location, index))),
    difficulty: problem.difficulty ?? 0,
    attempts: problem.attempts,
    randomized: problem.randomized ?? false,
    showAnswer: problem.showAnswer ?? true,
  };
}

/** By assign, since inputs are of seven shapes and more: to spread them takes five times as long, and a site has thousands. */
function resolveInput(input: InputFile, id: string): Input {
  const own = { key: id, id, hint: input.hint };
  if (input.kind === 'number') return Object.assign(own, input, { answer: String(input.answer) });
  if (input.kind === 'checkboxes') return Object.assign(own, input, { answer: input.answer.toSorted((a, b) => a - b) });
  return Object.assign(own, input);
}

function resolveTask(context: Context, task: TaskFile, positional: string): Task {
  const location = context.location('combinedopenended', locationName(nameIn(task), positional));
  return {
    title: task.title,
    index: context.tasks++,
    key: location,
    location,
    graded: task.graded,
    due: task.due,
    rubric: task.rubric,
  };
}
