/** Which problems take programs, that an external grader marks later. */
import type { Input } from './course.ts';

/** Whether a problem asks for a program. */
export const isProgrammed = ({ inputs }: { readonly inputs: readonly Pick<Input, 'kind'>[] }): boolean =>
  inputs.some(({ kind }) => kind === 'code');
