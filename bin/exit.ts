import { writeSync } from 'node:fs';
import { printable } from '../src/printable.ts';
import { fileSystemError, UserError } from '../src/user-error.ts';

/** What yargs throws for wrong use, and for what a `coerce` of ours throws. */
const YARGS_ERROR = 'YError';

/** Wrong use, or broken surroundings. */
const BROKEN = 2;
/** A check failed. */
export const CHECK_FAILED = 1;

/**
 * Ends the program because of an error: a user's mistake is told in one line, a fault of ours with its stack trace.
 */
export function fail(error: unknown): never {
  const { name, message, stack } = error as Error;
  const theirs = error instanceof UserError || name === YARGS_ERROR;
  const details = error instanceof UserError ? error.details : [];
  const lines = [`edxgen: ${printable(message)}`, ...details.map((detail) => `  ${printable(detail)}`)];
  writeSync(2, theirs ? `${lines.join('\n')}\n` : `edxgen: a fault of edxgen itself, please report it\n${String(stack)}\n`);
  process.exit(BROKEN);
}

/** Whoever reads our output may have read enough (`edxgen --stdout | head`): that ends the program, and is no error. */
export function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    fail(fileSystemError(error, 'write to standard output') ?? error);
  });
}

/** Writes to standard output; waits when its reader is slow. */
export async function print(text: string | Buffer): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
