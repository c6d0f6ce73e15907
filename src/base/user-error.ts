/** Details and cause of an error. */
export interface UserErrorOptions extends ErrorOptions {
  /** Details of an error that is several at once: the command line prints each on a line of its own. */
  readonly details?: readonly string[];
}

/**
 * A mistake of the user's, or of the surroundings: its message is one line that names the thing, what was wrong with it
 * and the remedy. The command line prints it without a stack trace and exits with 2.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly details: readonly string[];

  constructor(message: string, { details = [], ...options }: UserErrorOptions = {}) {
    super(message, options);
    this.details = details;
  }
}

/**
 * The name of an option in a message: the library has `gzipLevel`, the command line spells it `--gzip-level`. So has whatever
 * else the command line calls by a name of its own: a variable of the environment, an export.
 */
export class OptionName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toString(): string {
    return this.name;
  }
}

/** Parts of a message. */
export type Words = readonly (string | OptionName)[];

/** A wrong option, one that is missing, or one that is the remedy. */
export class OptionError extends UserError {
  readonly #words: Words;

  constructor(words: Words, options?: UserErrorOptions) {
    super(words.join(''), options);
    this.#words = words;
  }

  /** The message with its options in another spelling. */
  spelled(spell: (option: string) => string): string {
    return this.#words.map((word) => (word instanceof OptionName ? spell(word.name) : word)).join('');
  }
}

export const option = (name: string): OptionName => new OptionName(name);

/** Parts of a message, by a template: options stand in it by {@link option}, and so may parts of others. */
export const words = (texts: TemplateStringsArray, ...values: readonly unknown[]): Words =>
  texts.flatMap((text, index) => {
    if (index >= values.length) return [text];
    const value = values[index];
    if (Array.isArray(value)) return [text, ...(value as Words)];
    return [text, value instanceof OptionName ? value : String(value)];
  });

/** An error whose message is a template of {@link words}. */
export const optionError = (texts: TemplateStringsArray, ...values: readonly unknown[]): OptionError =>
  new OptionError(words(texts, ...values));

const REASONS: Record<string, string> = {
  EACCES: 'permission denied; change its permissions or choose another place',
  EPERM: 'not permitted; change its permissions or choose another place',
  ENOSPC: 'the disk is full; free some space or choose another place',
  EDQUOT: 'the disk quota is used up; free some space or choose another place',
  EROFS: 'the file system is read-only; choose another place',
  ENOTDIR: 'a part of its path is no folder; choose another place',
  EISDIR: 'it is a folder; name a file',
  ENOENT: 'there is no such file or folder; check the name',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine; close some programs',
  ENOMEM: 'the memory is used up; close some programs, or raise the limit (ulimit -v)',
  EAGAIN: 'there are too many processes; close some, or raise the limit (ulimit -u)',
  EFBIG: 'the file would be too large; raise the limit (ulimit -f) or choose another place',
  EEXIST: 'something has the name already; move it away or choose another place',
  ELOOP: 'a folder in it is a link, which may lead anywhere; choose another place',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
};

/**
 * Words for what an operation of node:fs threw: `cannot write to edxgen-out: the disk is full; ...`.
 *
 * @param deed what failed, and on what: `write to edxgen-out`
 * @returns undefined when it is no error of the file system, but a fault of the program
 */
export function fileSystemError(error: unknown, deed: string): UserError | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  return new UserError(`cannot ${deed}: ${REASONS[code] ?? (error as Error).message}`, { cause: error });
}

/** Codes of errors that can occur anywhere, at any time, whatever the program does. */
const ANYWHERE = ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'ENOSPC', 'EDQUOT'];

/**
 * Error for a resource of the system that ran out at any point: while a module is loaded, or a thread is started.
 *
 * @returns undefined when it is something else
 */
export function resourceError(error: unknown): UserError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (ANYWHERE.includes(code ?? '')) return fileSystemError(error, 'go on');
  // What Node says of a module whose package cannot be opened.
  if (code === 'ERR_MODULE_NOT_FOUND')
    return new UserError(
      `cannot load a part of edxgen: ${message.split('\n')[0]}; install it again, or raise the limit of open files (ulimit -n)`,
      { cause: error },
    );
  // A thread that cannot begin tells why only in its words.
  const met = code?.startsWith('ERR_WORKER') && ANYWHERE.find((one) => message.includes(one));
  return met ? new UserError(`cannot go on: ${REASONS[met] ?? message}`, { cause: error }) : undefined;
}
