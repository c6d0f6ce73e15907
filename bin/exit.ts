import { writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { printable, printableJson } from '../src/base/printable.ts';
import { resourceError, fileSystemError, UserError } from '../src/base/user-error.ts';

/** What yargs throws for wrong use, and for what a `coerce` of ours throws. */
const YARGS_ERROR = 'YError';

/** Wrong use, or broken surroundings. */
const BROKEN = 2;
/** A check failed. */
export const CHECK_FAILED = 1;

/** What shells make of a signal: 128 and its number. */
const STATUSES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof STATUSES;

/** The user wants to stop. */
export class Stopped extends UserError {
  readonly status: number;

  /** @param left what is there then */
  constructor(signal: Signal, left?: string) {
    super(`stopped by ${signal}${left === undefined ? '' : `; ${left}`}`);
    this.status = STATUSES[signal];
  }
}

/** A line for people, with what belongs to it; a fault of ours has its stack trace. */
function told(error: unknown): string {
  const { name, message, stack } = error as Error;
  const known = error instanceof UserError || name === YARGS_ERROR ? message : resourceError(error)?.message;
  if (known === undefined)
    return `edxgen: a fault of edxgen itself, please report it\n${String(stack ?? error)
      .split('\n')
      .map(printable)
      .join('\n')}\n`;
  const details = error instanceof UserError ? error.details : [];
  return [`edxgen: ${printable(known)}`, ...details.map((detail) => `  ${printable(detail)}`), ''].join('\n');
}

/** Ends the program because of an error: a user's mistake is told in one line, a fault of ours with its stack trace. */
export function fail(error: unknown): never {
  try {
    writeSync(2, told(error));
  } catch {
    // Standard error is full, or closed: there is nowhere to print it.
  }
  process.exit(error instanceof Stopped ? error.status : BROKEN);
}

let stop: (signal: Signal) => void = (signal) => fail(new Stopped(signal));
let isStopping = false;

/**
 * Says what a signal does from now on; without that it ends the program at once, as a second one always does.
 *
 * @param act must see to it that the program ends soon
 */
export function whenStopped(act: (signal: Signal) => void): void {
  stop = act;
}

/**
 * Sees to it that the program ends with one of its own statuses whatever happens: 1 says that a check failed, and Node would
 * say it of everything that nobody has caught.
 */
export function guard(): void {
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  for (const signal of Object.keys(STATUSES) as Signal[]) {
    process.on(signal, () => {
      if (isStopping) fail(new Stopped(signal));
      isStopping = true;
      stop(signal);
    });
  }
  // Whoever reads our output may have read enough (`edxgen --stdout | head`): that ends the program, and is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    fail(fileSystemError(error, 'write to standard output') ?? error);
  });
  // What was being done is done to its end: only its status tells that something could not be said.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode ??= BROKEN;
  });
}

/** Prints lines for people. Each is one, whatever is in it: all of it goes through {@link printable}. */
export const say = (...lines: readonly string[]): Promise<void> =>
  print(lines.map((line) => `${printable(line)}\n`).join(''));

/** Prints a value for programs, as JSON of one line. */
export const printJson = (value: unknown): Promise<void> => print(`${printableJson(value)}\n`);

/** Writes to standard output; waits when its reader is slow, and lets signals be heard. */
export async function print(text: string | Buffer): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  await turn();
}
