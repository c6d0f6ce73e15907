/** Checks what a schema cannot say: whether the parts of a course fit each other, each with ids of its own. */
import { BOUNDS } from '../../src/base/bounds.ts';
import { grouped } from '../../src/base/format-number.ts';
import {
  secondsOf,
  type Course,
  type Element,
  type Input,
  type Problem,
  type ProgramWay,
  type Sequence,
} from './course.ts';
import { showPath, unexpected, type FileFinding, type Path } from '../../src/base/user-files/finding.ts';
import { htmlId } from './names.ts';

const { courseVideo } = BOUNDS;

/** Findings by the parts of a list, whose paths are the same in the course and in its file. */
const each = <T>(parts: readonly T[], path: Path, check: (part: T, path: Path) => FileFinding[]): FileFinding[] =>
  parts.flatMap((part, index) => check(part, [...path, index]));

const expect = (holds: boolean, path: Path, expected: string, found: unknown): FileFinding[] =>
  holds ? [] : [unexpected(path, expected, String(found))];

/** Everything that does not fit in a resolved course; empty when all does. */
export function checkCourse(course: Course): FileFinding[] {
  return [
    ...expect(URL.canParse(course.url), ['site'], 'an address that a browser accepts', `the start of ${course.url}`),
    ...expect(
      secondsOf(course) <= courseVideo.most,
      ['chapters'],
      `at most ${grouped(courseVideo.most)} seconds of video in all`,
      grouped(secondsOf(course)),
    ),
    ...each(course.chapters, ['chapters'], (chapter, chapterPath) =>
      each(chapter.sequences, [...chapterPath, 'sequences'], (sequence, path) => [
        ...checkDue(sequence.due, chapter.release, path),
        ...each(sequence.elements, [...path, 'elements'], (element, partPath) =>
          checkElement(element, chapter.release, partPath),
        ),
      ]),
    ),
    ...checkIds(course),
  ];
}

const checkDue = (due: number | undefined, release: number, path: Path): FileFinding[] =>
  expect(due === undefined || due > release, [...path, 'due'], `a day after the chapter opens on day ${release}`, due);

const checkElement = (element: Element, release: number, path: Path): FileFinding[] => [
  ...each(element.problems, [...path, 'problems'], (problem, partPath) =>
    each(problem.inputs, [...partPath, 'inputs'], checkInput),
  ),
  ...checkDue(element.task?.due, release, [...path, 'task']),
];

function checkInput(input: Input, path: Path): FileFinding[] {
  const answer = [...path, 'answer'];
  switch (input.kind) {
    case 'number':
      return [];
    case 'choice':
      return expect(input.answer < input.choices, answer, choicesOf(input.choices), input.answer);
    case 'checkboxes':
      return each(input.answer, answer, (choice, partPath) =>
        input.answer.indexOf(choice) < Number(partPath.at(-1))
          ? [unexpected(answer, 'each choice at most once', `${choice} twice`)]
          : expect(choice < input.choices, answer, choicesOf(input.choices), choice),
      );
    case 'text':
      return checkWrong(input, path);
    case 'code':
      return [...checkWrong(input, path), ...each(input.others ?? [], [...path, 'others'], checkWrong)];
  }
}

const checkWrong = ({ answer, wrong }: ProgramWay, path: Path): FileFinding[] =>
  each(wrong, [...path, 'wrong'], (one, partPath) =>
    expect(one !== answer, partPath, 'another answer than the right one', 'the right one'),
  );

const choicesOf = (choices: number): string => `the number of one of the ${choices} choices, 0 to ${choices - 1}`;

/** Two locations that differ may share their html form, and then their answers could not be told apart. */
function checkIds(course: Course): FileFinding[] {
  const owners = new Map<string, Path>();
  const claim = (path: Path, what: string, id: string): FileFinding[] => {
    const owner = owners.get(id);
    owners.set(id, owner ?? path);
    if (!owner) return [];
    return [{ path, message: `expected ${what} of its own, got ${id}, as ${showPath(owner)} has: name one of them` }];
  };
  const checkProblem = (problem: Problem, path: Path) => claim(path, 'an id', htmlId(problem.location));
  const checkSequence = (sequence: Sequence, path: Path): FileFinding[] => [
    ...claim(path, 'an id', htmlId(sequence.location)),
    ...claim(path, 'a page', sequence.url),
    ...each(sequence.elements, [...path, 'elements'], ({ video, problems, task }, partPath) => [
      ...(video ? claim([...partPath, 'video'], 'an id', video.id) : []),
      ...each(problems, [...partPath, 'problems'], checkProblem),
      ...(task ? claim([...partPath, 'task'], 'an id', htmlId(task.location)) : []),
    ]),
  ];
  return each(course.chapters, ['chapters'], (chapter, path) =>
    each(chapter.sequences, [...path, 'sequences'], checkSequence),
  );
}
