/** Whether a value is a course that a run has left in a file, as far as its truth is put together by it: it may come from anybody. */
import { BOUNDS } from '../../src/base/bounds.ts';
import { isList, isObject, isText } from '../../src/base/shape.ts';
import { secondsOf, type Course } from './course.ts';

const isDue = (value: unknown): boolean => value === undefined || Number.isFinite(value);

const isVideo = (value: unknown): boolean => isObject(value) && isText(value['id']) && (value['seconds'] as number) > 0;

const isProblem = (value: unknown): boolean =>
  isObject(value) && isText(value['location']) && Number.isFinite(value['difficulty']);

const isElement = (value: unknown): boolean =>
  isObject(value) && (value['video'] === undefined || isVideo(value['video'])) && isList(value['problems'], isProblem);

const isSequence = (value: unknown): boolean =>
  isObject(value) &&
  isDue(value['due']) &&
  typeof value['graded'] === 'boolean' &&
  isList(value['elements'], isElement);

const isChapter = (value: unknown): boolean => isObject(value) && isList(value['sequences'], isSequence);

export const isCourse = (value: unknown): boolean =>
  isObject(value) &&
  isList(value['chapters'], isChapter) &&
  secondsOf(value as unknown as Course) <= BOUNDS.courseVideo.most;
