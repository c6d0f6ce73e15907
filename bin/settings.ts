/** Options that stand in the environment, or in a file that is named. Those of the command line go before them. */
import type { Options } from 'yargs';
import { didYouMean } from '../src/base/closest.ts';
import { UserError } from '../src/base/user-error.ts';
import { nameOf, type Command } from './command.ts';

const PREFIX = 'EDXGEN_';

/** The option that names a file of options. */
export const CONFIG = 'config';

/** `EDXGEN_GZIP_LEVEL` */
const variableOf = (option: string): string => `${PREFIX}${option.toUpperCase().replaceAll('-', '_')}`;

/** A value as yargs takes it: what is no flag is told apart by the option itself. */
type Value = string | boolean | string[];

/** Where the value of an option is from, in words for a message. */
type Origins = Record<string, string>;

/** Options as they are set somewhere, and where each is from. */
export interface Settings {
  readonly values: Record<string, Value>;
  readonly origins: Origins;
}

const SWITCH: Record<string, boolean> = { true: true, 1: true, yes: true, false: false, 0: false, no: false };

function valueIn(variable: string, text: string, { type }: Options): Value {
  if (type !== 'boolean') return text;
  const value = SWITCH[text.toLowerCase()];
  if (value === undefined) throw new UserError(`${variable} must be true or false, not ${JSON.stringify(text)}`);
  return value;
}

/**
 * The options of a command that the environment sets. A variable of another command's option is left alone, so that the
 * steps of a job may share an environment.
 *
 * @throws UserError when a variable is of no command's option
 */
export function environmentSettings(
  environment: NodeJS.ProcessEnv,
  { options }: Command,
  all: readonly Command[],
): Settings {
  const names = [...new Set([CONFIG, ...all.flatMap((command) => Object.keys(command.options))])];
  const variables = names.map(variableOf);
  const settings: Settings = { values: {}, origins: {} };
  for (const [variable, text] of Object.entries(environment)
    .filter(([name]) => name.startsWith(PREFIX))
    .sort()) {
    const name = names[variables.indexOf(variable)];
    if (name === undefined)
      throw new UserError(`${variable} is no option of any command${didYouMean(variable, variables)}`);
    const option = name === CONFIG ? { type: 'string' as const } : options[name];
    if (option === undefined) continue;
    settings.values[name] = valueIn(variable, text!, option);
    settings.origins[name] = variable;
  }
  return settings;
}

/** `edxgen validate`, for messages about keys that are another command's. */
export const commandWith = (option: string, all: readonly Command[]): string | undefined => {
  const command = all.find(({ options }) => Object.hasOwn(options, option));
  return command && `edxgen ${nameOf(command)}`;
};

/** A message in which each option that the command line does not give is called as where it is set. */
export const withOrigins = (message: string, origins: Origins): string =>
  message.replace(/--([a-z][a-z-]*)/g, (flag, name: string) => (Object.hasOwn(origins, name) ? origins[name]! : flag));
