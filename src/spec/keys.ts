/** The identifiers of `current`: of courses, blocks, people's work. */
import { remember } from '../base/remember.ts';
import { Type } from '../base/type.ts';
import { matching, value } from './values.ts';

/** What stands between the marks of a key [opaque-keys]. */
const PART = '[^\\s+/@?#&,]+';
const COURSE = `${PART}\\+${PART}\\+${PART}`;
const CCX = `${COURSE}\\+ccx@\\d+`;
const LEGACY_COURSE = `${PART}/${PART}/${PART}`;
const COURSE_KEY = `(course-v1:${COURSE}|ccx-v1:${CCX}|${LEGACY_COURSE})`;
const BLOCK = `\\+type@${PART}\\+block@${PART}`;
const USAGE_KEY = `(block-v1:${COURSE}${BLOCK}|ccx-block-v1:${CCX}${BLOCK}|i4x:/(/${PART}){4})`;

export const courseKey = matching(`^${COURSE_KEY}$`, 'course-key', 'a course key: course-v1:ORG+COURSE+RUN');
/** Empty where the platform knew no course. */
export const courseKeyOrNone = matching(
  `^(${COURSE_KEY})?$`,
  'course-key',
  'a course key, course-v1:ORG+COURSE+RUN, or empty',
);
export const usageKey = matching(
  `^${USAGE_KEY}$`,
  'usage-key',
  'a block’s key: block-v1:ORG+COURSE+RUN+type@TYPE+block@ID',
);

/** A block's key parted in its course's and the rest; a legacy one names organisation and course only. */
const PARTED = new RegExp(`^(ccx-)?block-v1:(.+?)${BLOCK}$`);
const LEGACY = new RegExp(`^i4x://(${PART}/${PART})/`);

/** Whether a text is a block's key. */
export const isUsageKey = (text: string): boolean =>
  /^(?:ccx-)?block-v1:|^i4x:/.test(text) && (PARTED.test(text) || LEGACY.test(text));

/** Whether a block is of a course, by their keys. */
export function isOfCourse(block: string, course: string): boolean {
  const [, ccx = '', of] = PARTED.exec(block) ?? [];
  if (of !== undefined) return course === `${ccx === '' ? 'course' : 'ccx'}-v1:${of}`;
  return course.startsWith(`${LEGACY.exec(block)?.[1]}/`);
}

const COURSE_PARTS = new RegExp(`^(?:course-v1:|ccx-v1:)?(${PART}?)[+/]`);

/** The organisation in a course's key. */
export const organisationOf = (course: string): string => COURSE_PARTS.exec(course)?.[1] ?? '';

const COURSE_IN_PATH = new RegExp(`^.*?/courses?/(?!v\\d+/)${COURSE_KEY}(?:/|$)`);

/** Paths and pages of a course: of its units and blocks, by what is asked of them. */
const PATHS = { most: 10_000, longest: 1000 };

/** The key of the course that a path is of: what follows `/course/` or `/courses/`; empty for any other [request_utils]. */
export const courseOfPath = remember((path) => COURSE_IN_PATH.exec(path)?.[1] ?? '', PATHS);

/** A path as people read it, of a URL. */
export const pathOfUrl = remember((url) => {
  const path = url.replace(/^https?:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}, PATHS);

/** For block-v1 the block's id alone, for legacy keys the location with other marks. */
export const htmlId = matching('^[A-Za-z0-9_.~:%-]+$', 'video-id', 'a block’s id, 32 hexadecimal digits or a slug');

const hex = (digits: number, what: string) =>
  matching(`^[0-9a-f]{${digits}}$`, 'record-id', `${what}, ${digits} lowercase hexadecimal digits`);
/** Of a thread, a response or a comment; the forum's MySQL store counts them. */
export const postId = matching(
  '^([0-9a-f]{24}|[1-9]\\d*)$',
  'record-id',
  'a post’s id, 24 lowercase hexadecimal digits or a number',
);
/** Somebody's name in the tables of submissions. */
export const anonymousId = hex(32, 'an anonymous id');
export const courseVersion = hex(24, 'a version');
export const rubricHash = hex(40, 'a hash');
export const base64Hash = matching('^[A-Za-z0-9+/]{27}=$', 'record-id', 'a hash, 28 characters of base64');
export const uuid = matching(
  '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  'record-id',
  'a UUID of version 4',
);
/** Of a user, where the platform has put it into text. */
export const userIdText = matching('^[1-9]\\d*$', 'user-id', 'a user’s number as text');
export const userId = value(Type.Integer({ minimum: 1 }), 'user-id', 'a user’s number');
