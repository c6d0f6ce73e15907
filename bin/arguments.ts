import { didYouMean } from '../src/base/closest.ts';
import { UserError } from '../src/base/user-error.ts';

/** An option that is given at most once. */
const once = (name: string, value: unknown): string | undefined => {
  if (Array.isArray(value)) throw new UserError(`--${name} is given more than once; give it once`);
  return value as string | undefined;
};

/** An option that takes text. */
export const textOption = (name: string, description: string, fallback?: string) => ({
  type: 'string' as const,
  requiresArg: true,
  description,
  ...(fallback !== undefined && { defaultDescription: fallback }),
  coerce: (value: unknown) => once(name, value),
});

/** An option that takes a number. Its range is the library's to check; what is no number at all is told here. */
export const numberOption = (name: string, description: string, fallback: string) => ({
  ...textOption(name, description, fallback),
  number: true as const,
  coerce: (value: unknown): number | undefined => {
    const text = once(name, value);
    if (text === undefined) return undefined;
    if (!/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text))
      throw new UserError(`--${name} must be a number, not ${JSON.stringify(text)}`);
    return Number(text);
  },
});

/** One of some words; undefined when nothing is given. */
function choice<T extends string>(what: string, text: string | undefined, choices: readonly T[]): T | undefined {
  if (text === undefined || (choices as readonly string[]).includes(text)) return text as T | undefined;
  throw new UserError(
    `${what} must be ${choices.join(' or ')}, not ${JSON.stringify(text)}${didYouMean(text, choices)}`,
  );
}

/** An option that takes one of some words. */
export const choiceOption = <T extends string>(
  name: string,
  description: string,
  choices: readonly T[],
  fallback: string,
) => ({
  ...textOption(name, description, fallback),
  choices,
  coerce: (value: unknown) => choice(`--${name}`, once(name, value), choices),
});

/** A word after a command that may be left out: one of some. */
export const choicePositional = <T extends string>(
  name: string,
  description: string,
  choices: readonly T[],
  fallback?: T,
) => ({
  type: 'string' as const,
  describe: description,
  choices,
  ...(fallback !== undefined && { default: fallback }),
  coerce: (value: unknown) => choice(name.toUpperCase(), value as string | undefined, choices),
});

/** The paths after a command, at least one: yargs would show an empty list as their default. */
export const pathsPositional = (describe: string) => ({
  type: 'string' as const,
  array: true as const,
  describe,
  default: undefined,
});

/** An option that may be given more than once, each time with one text, which may hold commas. */
export const repeatedOption = (name: string, description: string, fallback: string) => ({
  type: 'array' as const,
  string: true as const,
  requiresArg: true,
  nargs: 1,
  description,
  defaultDescription: fallback,
  coerce: (value: unknown): string[] | undefined => {
    if (value === undefined) return undefined;
    const texts = [value].flat(2).map((text) => String(text).trim());
    if (texts.includes('')) throw new UserError(`--${name} needs a name after it`);
    return texts;
  },
});

/** An option that takes one text or several, and may be given more than once. */
export const listOption = (name: string, description: string, fallback: string) => ({
  type: 'string' as const,
  array: true as const,
  description,
  defaultDescription: fallback,
  coerce: (value: unknown): string[] | undefined => {
    if (value === undefined) return undefined;
    const texts = [value]
      .flat(2)
      .flatMap((text) => String(text).split(/[\s,]+/))
      .filter((text) => text !== '');
    if (texts.length === 0) throw new UserError(`--${name} needs a name after it`);
    return texts;
  },
});

/** An option that is set or not. */
export const flagOption = (description: string) => ({ type: 'boolean' as const, description });

/** Where the store of s3:// addresses is. What reads and writes them takes it from the AWS SDK's own variable. */
export const endpointOption = {
  ...textOption(
    'endpoint',
    'address of the store of s3:// addresses, such as http://localhost:8080',
    'AWS_ENDPOINT_URL_S3, or Amazon’s',
  ),
  coerce: (value: unknown): string | undefined => {
    const endpoint = once('endpoint', value);
    if (endpoint === undefined) return undefined;
    if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint))
      throw new UserError(
        `--endpoint must be an address such as http://localhost:8080, not ${JSON.stringify(endpoint)}`,
      );
    process.env['AWS_ENDPOINT_URL_S3'] = endpoint;
    return endpoint;
  },
};
