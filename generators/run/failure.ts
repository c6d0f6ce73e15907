/** Error of another thread, as data: an Error that is sent to another thread loses its code. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

/** An error as it is sent. */
export function toFailure(error: unknown): Failure {
  const { message, stack, code } = error as NodeJS.ErrnoException;
  return { message, stack, code };
}

/** The error that was sent. */
export const failureOf = (failure: Failure): Error => Object.assign(new Error(failure.message), failure);
