import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileError } from '../../src/base/user-files/read-file.ts';
import { loadCourse } from './load.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'course.yaml');

/** The message about a file of this content, the folder left out. */
function messageAbout(content: string | Uint8Array): string {
  writeFileSync(file, content);
  return messageOf(file);
}

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('no error');
}

function messageOf(path: string): string {
  const error = caught(() => loadCourse(path));
  expect(error).toBeInstanceOf(FileError);
  return (error as Error).message.replaceAll(`${folder}/`, '');
}

const GOOD = `org: MITx
number: "6.00x"
run: 2013_Spring
title: Programming
chapters:
  - title: Week 1
    sequences:
      - title: Lecture 1
        elements:
          - video: {title: Hello, seconds: 100}
          - problems:
              - inputs:
                  - {kind: number, answer: 4.50}
                  - {kind: choice, choices: 3, answer: 2}
                  - {kind: checkboxes, choices: 3, answer: [2, 0]}
                  - {kind: text, answer: yes, wrong: [no, ""]}
          - task: {title: Essay, graded: self, rubric: [3, 3]}
`;

/** The good file with something replaced, which must be there. */
function broken(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
}

const JSON_COURSE = {
  org: 'MITx',
  number: '6.00x',
  run: '2013_Spring',
  title: 'Programming',
  chapters: [
    { title: 'Week 1', sequences: [{ title: 'L1', elements: [{ video: { title: 'Hello', seconds: 100 } }] }] },
  ],
};

test.each([
  ['compact', JSON.stringify(JSON_COURSE)],
  ['indented by tabs', JSON.stringify(JSON_COURSE, null, '\t')],
  ['with a byte order mark', `\ufeff${JSON.stringify(JSON_COURSE)}`],
])('JSON, %s', (_, text) => {
  writeFileSync(file, text);
  expect(loadCourse(file).chapters[0]?.sequences[0]?.location).toBe('i4x://MITx/6.00x/sequential/L1');
});

const VIDEO = 'chapters[0].sequences[0].elements[0].video';
const INPUTS = 'chapters[0].sequences[0].elements[1].problems[0].inputs';

test.each([
  [
    'a misspelt key',
    broken('seconds: 100', 'secnds: 100'),
    `course.yaml:10: ${VIDEO}.secnds: unknown key, did you mean seconds? allowed here: title, name, seconds, code`,
  ],
  [
    'a key of no meaning',
    broken('seconds: 100', 'seconds: 100, colour: red'),
    `course.yaml:10: ${VIDEO}.colour: unknown key; allowed here: title, name, seconds, code`,
  ],
  [
    'a key that objects have anyway',
    broken('seconds: 100', 'seconds: 100, constructor: 1'),
    `course.yaml:10: ${VIDEO}.constructor: unknown key; allowed here: title, name, seconds, code`,
  ],
  [
    'a key of several lines',
    `${GOOD}"a\\nb": 1\n`,
    'course.yaml:18: ["a\\nb"]: unknown key; allowed here: org, number, run, title, site, textbook, chapters',
  ],
  [
    'a wrong type',
    broken('seconds: 100', 'seconds: long'),
    `course.yaml:10: ${VIDEO}.seconds: expected its length in seconds, a number from 1 to 86400, got "long"`,
  ],
  [
    'not a number',
    broken('seconds: 100', 'seconds: .nan'),
    `course.yaml:10: ${VIDEO}.seconds: expected its length in seconds, a number from 1 to 86400, got NaN`,
  ],
  [
    'out of range',
    broken('seconds: 100', 'seconds: 0'),
    `course.yaml:10: ${VIDEO}.seconds: expected its length in seconds, a number from 1 to 86400, got 0`,
  ],
  [
    'a missing key',
    broken(', seconds: 100', ''),
    `course.yaml:10: ${VIDEO}.seconds: expected its length in seconds, a number from 1 to 86400, got nothing`,
  ],
  [
    'an empty key',
    broken('run: 2013_Spring', 'run:'),
    'course.yaml:3: run: expected the run: 1 to 100 characters of A-Z a-z 0-9 _ . - with a letter or digit among them, got nothing',
  ],
  [
    'text that YAML reads as a number',
    broken('number: "6.00x"', 'number: 6.00'),
    'course.yaml:2: number: expected the course’s number: 1 to 100 characters of A-Z a-z 0-9 _ . - with a letter or digit among them, got 6, which is no text: write it in quotes',
  ],
  [
    'a misspelt kind',
    broken('kind: choice', 'kind: choise'),
    `course.yaml:14: ${INPUTS}[1].kind: expected one of number, choice, checkboxes, text, code, got "choise", did you mean choice?`,
  ],
  [
    'no kind',
    broken('kind: choice, ', ''),
    `course.yaml:14: ${INPUTS}[1].kind: expected one of number, choice, checkboxes, text, code, got nothing`,
  ],
  [
    'a key of another kind',
    broken('kind: number', 'kind: number, choices: 4'),
    `course.yaml:13: ${INPUTS}[0].choices: unknown key; allowed here: kind, answer, hint`,
  ],
  [
    'an answer that is no number',
    broken('4.50', '"4,50"'),
    `course.yaml:13: ${INPUTS}[0].answer: expected the right number, as a number or as text to keep its spelling, got "4,50"`,
  ],
  [
    'an answer that no choice has',
    broken('choices: 3, answer: 2', 'choices: 3, answer: 3'),
    `course.yaml:14: ${INPUTS}[1].answer: expected the number of one of the 3 choices, 0 to 2, got 3`,
  ],
  [
    'a box that is not there',
    broken('[2, 0]', '[2, 5]'),
    `course.yaml:15: ${INPUTS}[2].answer: expected the number of one of the 3 choices, 0 to 2, got 5`,
  ],
  [
    'a box ticked twice',
    broken('[2, 0]', '[2, 2]'),
    `course.yaml:15: ${INPUTS}[2].answer: expected each choice at most once, got 2 twice`,
  ],
  [
    'a wrong answer that is right',
    broken('[no, ""]', '[no, yes]'),
    `course.yaml:16: ${INPUTS}[3].wrong[1]: expected another answer than the right one, got the right one`,
  ],
  [
    'no wrong answer',
    broken('[no, ""]', '[]'),
    `course.yaml:16: ${INPUTS}[3].wrong: expected a list of at least one wrong answer that learners give, got an empty list`,
  ],
  [
    'half a character',
    broken('answer: yes', 'answer: "\\ud800"'),
    `course.yaml:16: ${INPUTS}[3].answer: expected the right answer, one line of text, got "\\ud800"`,
  ],
  [
    'an unknown grader',
    broken('graded: self', 'graded: robot'),
    'course.yaml:17: chapters[0].sequences[0].elements[2].task.graded: expected self, peer or staff, got "robot"',
  ],
  [
    'due before release',
    broken('- title: Lecture 1\n', '- title: Lecture 1\n        due: 7\n').replace(
      '    sequences',
      '    release: 7\n    sequences',
    ),
    'course.yaml:10: chapters[0].sequences[0].due: expected a day after the chapter opens on day 7, got 7',
  ],
  [
    'a task due before release',
    broken('graded: self', 'graded: self, due: 0'),
    'course.yaml:17: chapters[0].sequences[0].elements[2].task.due: expected a day after the chapter opens on day 0, got 0',
  ],
  [
    'an element without anything',
    broken('- video: {title: Hello, seconds: 100}', '- {}'),
    'course.yaml:10: chapters[0].sequences[0].elements[0]: expected an element: a mapping with video, problems or task, got an empty mapping',
  ],
  [
    'no chapters',
    GOOD.replace(/chapters:[^]*/, 'chapters: []\n'),
    'course.yaml:5: chapters: expected a list of at least one chapter, got an empty list',
  ],
  [
    'a name that addresses cannot hold',
    broken('- title: Week 1', '- title: Week 1\n    name: week/1'),
    'course.yaml:7: chapters[0].name: expected a name for addresses: letters of any script, digits and _ : . - only, with a letter or digit among them, got "week/1"',
  ],
  [
    'a site with a path',
    `${GOOD}site: https://example.org/edx\n`,
    'course.yaml:18: site: expected the site’s address without a path, such as https://www.edx.org, got "https://example.org/edx"',
  ],
  [
    'a site that no browser accepts',
    `${GOOD}site: http://example.org:99999\n`,
    'course.yaml:18: site: expected an address that a browser accepts, got the start of http://example.org:99999/courses/MITx/6.00x/2013_Spring',
  ],
  [
    'two things of one id',
    broken('- task:', '- video: {title: "Hello!", name: Hello, seconds: 5}\n          - task:'),
    `course.yaml:17: chapters[0].sequences[0].elements[2].video: expected an id of its own, got i4x-MITx-6_00x-video-Hello, as ${VIDEO} has: name one of them`,
  ],
  [
    'two locations of one html form',
    broken(
      '- inputs:',
      '- {name: "A.B", inputs: [{kind: number, answer: 1}]}\n              - name: A_B\n                inputs:',
    ),
    'course.yaml:13: chapters[0].sequences[0].elements[1].problems[1]: expected an id of its own, got i4x-MITx-6_00x-problem-A_B, as chapters[0].sequences[0].elements[1].problems[0] has: name one of them',
  ],
  [
    'two sections of one page',
    `${GOOD}      - {title: 月, elements: [{video: {title: A, seconds: 5}}]}\n      - {title: 月, elements: [{video: {title: B, seconds: 5}}]}\n`,
    'course.yaml:19: chapters[0].sequences[2]: expected a page of its own, got https://www.edx.org/courses/MITx/6.00x/2013_Spring/courseware/Week_1/%E6%9C%88/, as chapters[0].sequences[1] has: name one of them',
  ],
  [
    'a list',
    '- a\n- b\n',
    'course.yaml:1: expected a course: a mapping with org, number, run, title and chapters, got a list',
  ],
  [
    'a log',
    'not a course',
    'course.yaml:1: expected a course: a mapping with org, number, run, title and chapters, got "not a course"',
  ],
  ['nothing', '', 'course.yaml:1: expected a course: a mapping with org, number, run, title and chapters, got nothing'],
  [
    'comments only',
    '# soon\n',
    'course.yaml:1: expected a course: a mapping with org, number, run, title and chapters, got nothing',
  ],
  [
    'a list without end',
    'org: MITx\nchapters: [1, 2\n',
    'course.yaml:3: not valid YAML or JSON: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  ['a key twice', `${GOOD}org: HarvardX\n`, 'course.yaml:18: not valid YAML or JSON: Map keys must be unique'],
  [
    'two documents',
    `${GOOD}---\n${GOOD}`,
    'course.yaml:18: not valid YAML or JSON: a second document starts here, expected only one',
  ],
  [
    'an alias of nothing',
    'org: *nobody\n',
    'course.yaml: not valid YAML or JSON: Unresolved alias (the anchor must be set before the alias): nobody',
  ],
  [
    'an alias of itself',
    broken('chapters:\n', 'textbook: &t {pages: 3, more: *t}\nchapters:\n'),
    'course.yaml:5: textbook.more: unknown key; allowed here: pages',
  ],
  [
    'aliases of aliases',
    `a: &a [1]\n${[...'bcdefghi'].map((letter, index) => `${letter}: &${letter} [${`*${'abcdefgh'[index]},`.repeat(9)}]`).join('\n')}\n`,
    'course.yaml: not valid YAML or JSON: Excessive alias count indicates a resource exhaustion attack',
  ],
  ['bytes that are no UTF-8', Uint8Array.of(0x61, 0xff, 0xfe), 'course.yaml: expected text in UTF-8, got other bytes'],
  ['far too much', new Uint8Array(4 * 1024 * 1024 + 1), 'course.yaml: expected at most 4,194,304 bytes, got more'],
  [
    'too many keys',
    `title: {${Array.from({ length: 40_000 }, (_, n) => `k${n}: 1`).join(', ')}}`,
    'course.yaml:1: not valid YAML or JSON: expected at most 1,000 keys in a mapping',
  ],
  [
    'lists without end',
    '['.repeat(200_000),
    'course.yaml:1: not valid YAML or JSON: expected at most 100 mappings and lists within each other',
  ],
  [
    'dashes without end',
    '- '.repeat(100_000),
    'course.yaml:1: not valid YAML or JSON: expected at most 100 mappings and lists within each other',
  ],
  [
    'too many words',
    `${'- x\n'.repeat(400_000)}`,
    'course.yaml:66667: not valid YAML or JSON: expected at most 200,000 words and marks',
  ],
  [
    'a billion laughs',
    Array.from(
      { length: 30 },
      (_, n) =>
        `a${n}: &a${n} [${
          n === 0
            ? 'x'
            : Array(9)
                .fill(`*a${n - 1}`)
                .join(',')
        }]\n`,
    ).join(''),
    'course.yaml: not valid YAML or JSON: Excessive alias count indicates a resource exhaustion attack',
  ],
])('%s', (_, content, message) => expect(messageAbout(content)).toBe(message));

test('every mistake is told, unknown keys first', () => {
  writeFileSync(
    file,
    broken('seconds: 100', 'duration: 100').replace('graded: self', 'graded: robot, colour: red').replace('4.50', 'x'),
  );
  const error = caught(() => loadCourse(file)) as FileError;
  expect(error.message).toBe(`${file}: 5 mistakes`);
  expect(error.details.map((detail) => detail.replace(`${folder}/`, '').split(': ').slice(0, 3).join(': '))).toEqual([
    `course.yaml:10: ${VIDEO}.duration: unknown key; allowed here`,
    'course.yaml:17: chapters[0].sequences[0].elements[2].task.colour: unknown key; allowed here',
    `course.yaml:10: ${VIDEO}.seconds: expected its length in seconds, a number from 1 to 86400, got nothing`,
    `course.yaml:13: ${INPUTS}[0].answer: expected the right number, as a number or as text to keep its spelling, got "x"`,
    'course.yaml:17: chapters[0].sequences[0].elements[2].task.graded: expected self, peer or staff, got "robot"',
  ]);
});

test('a course of more video than anybody can watch', () => {
  const video = (_: unknown, n: number) => ({ video: { title: `V${n}`, seconds: 86_400 } });
  const [chapter] = JSON_COURSE.chapters;
  const chapters = [{ ...chapter, sequences: [{ title: 'L1', elements: Array.from({ length: 116 }, video) }] }];
  expect(messageAbout(JSON.stringify({ ...JSON_COURSE, chapters }))).toBe(
    'course.yaml:1: chapters: expected at most 10,000,000 seconds of video in all, got 10,022,400',
  );
});

test('a message is one line, whatever the file holds', () => {
  expect(messageAbout(broken('org: MITx', 'org: "M\\n\\u2028x"'))).not.toMatch(/[\r\n\u2028\u2029]/);
});

test('files that cannot be read', () => {
  mkdirSync(join(folder, 'folder'));
  expect(messageOf(join(folder, 'none.yaml'))).toBe('none.yaml: there is no such file');
  expect(messageOf(join(folder, 'folder'))).toBe('folder: is a directory, expected a YAML or JSON file');
  expect(messageOf(join(file, 'x'))).toBe('course.yaml/x: there is no such file');
});
