/** A course as Open edX names it today: keys of course-v1 and block-v1 in place of locations, hosts of today's pages. */
import { uuidDigitsOf } from '../../src/base/uuid.ts';
import type { Course, Element, Input, Problem, Sequence, Task, Video } from './course.ts';
import { answerId } from './names.ts';

/** Kinds of blocks, as their keys have them. */
type BlockType = 'sequential' | 'vertical' | 'video' | 'problem' | 'openassessment';

/** The LMS stands on a host of its own where the site's front page has `www`. */
const lmsOf = (url: string): string => new URL(url).origin.replace('://www.', '://courses.');

/** The part of a block's key that html ids are made of. */
const htmlIdOf = (blockKey: string): string => blockKey.slice(blockKey.lastIndexOf('@') + 1);

/** @param run its name today; that of the course by default */
export function courseToday(course: Course, run = course.run): Course {
  const key = `${course.org}+${course.number}+${run}`;
  const id = `course-v1:${key}`;
  const url = `${lmsOf(course.url)}/courses/${id}`;
  // Studio draws the digits of a UUID: here they follow from what the block was called in 2013.
  const block = (type: BlockType, name: string): string => `block-v1:${key}+type@${type}+block@${uuidDigitsOf(name)}`;

  const input = (problem: string, given: Input, index: number): Input => ({
    ...given,
    id: answerId(htmlIdOf(problem), index),
  });
  const problem = (given: Problem): Problem => {
    const location = block('problem', given.location);
    return { ...given, location, inputs: given.inputs.map((each, index) => input(location, each, index)) };
  };
  const video = (given: Video): Video => ({ ...given, id: htmlIdOf(block('video', given.id)) });
  const task = (given: Task): Task => ({ ...given, location: block('openassessment', given.location) });
  const element = (given: Element): Element => ({
    location: block('vertical', given.location),
    video: given.video && video(given.video),
    problems: given.problems.map(problem),
    task: given.task && task(given.task),
  });
  const sequence = (given: Sequence): Sequence => {
    const location = block('sequential', given.location);
    return { ...given, location, url: `${url}/jump_to/${location}`, elements: given.elements.map(element) };
  };
  const chapters = course.chapters.map((chapter) => ({ ...chapter, sequences: chapter.sequences.map(sequence) }));
  return { ...course, run, id, url, chapters };
}
