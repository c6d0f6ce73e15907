import { UserError } from './user-error.ts';

/** Error of another thread, as data: an Error that is sent to another thread loses its code and its class. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
  /** Whether it is one that is told in a line. */
  readonly isUsers: boolean;
}

/** An error as it is sent. */
export function toFailure(error: unknown): Failure {
  const { message, stack, code } = error as NodeJS.ErrnoException;
  return { message, stack, code, isUsers: error instanceof UserError };
}

/** The error that was sent. */
export const failureOf = ({ isUsers, ...failure }: Failure): Error =>
  isUsers ? new UserError(failure.message) : Object.assign(new Error(failure.message), failure);
