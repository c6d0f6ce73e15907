import { onceFor } from '../../src/base/remember.ts';
import type { Course } from './course.ts';

/** A course's address, taken apart once: that takes as long as to write a line. */
export const urlOf = onceFor(({ url }: Course) => new URL(url));
