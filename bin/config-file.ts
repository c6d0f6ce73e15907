/** Reads a file of options, in YAML or JSON. */
import { isAbsolute, relative } from 'node:path';
import type { Options } from 'yargs';
import { unexpected, type FileFinding } from '../src/base/user-files/finding.ts';
import { readFile, throwFindings } from '../src/base/user-files/read-file.ts';
import { isText } from '../src/base/shape.ts';
import { closest } from '../src/base/closest.ts';
import { nameOf, optionName, valueOf, type Command } from './command.ts';
import { commandWith, type Settings } from './settings.ts';

/** The value of a key, if it is what the option takes. */
function valueIn(value: unknown, option: Options): string | boolean | string[] | undefined {
  if (option.type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (option.array && Array.isArray(value) && value.length > 0 && value.every(isText)) return value;
  if (option.number && typeof value === 'number') return String(value);
  return isText(value) ? value : undefined;
}

function misfit(key: string, value: unknown, option: Options): FileFinding {
  if (option.type === 'boolean') return unexpected([key], 'true or false', JSON.stringify(value));
  const unquoted =
    typeof value === 'number' || typeof value === 'boolean'
      ? `${value}, which is no text: write it in quotes`
      : JSON.stringify(value);
  return unexpected(
    [key],
    option.array ? 'a text, or a list of texts' : option.number || option.choices ? valueOf(option)! : 'a text',
    unquoted,
  );
}

function unknownKey(key: string, command: Command, all: readonly Command[]): FileFinding {
  const other = commandWith(optionName(key), all);
  const meant = closest(optionName(key), Object.keys(command.options));
  const hint = other ? `, but one of ${other}` : meant ? `, did you mean ${meant}?` : '';
  return { path: [key], message: `is no option of edxgen ${nameOf(command)}${hint}`, isUnknownKey: true };
}

/**
 * The options that a file sets.
 *
 * @throws FileError when it cannot be read, or holds what is no option of the command
 */
export function readConfig(path: string, command: Command, all: readonly Command[]): Settings {
  const short = relative(process.cwd(), path);
  const name = short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
  const source = readFile(name);
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throwFindings(name, source, [{ path: [], message: 'expected a mapping of options, such as "users: 100"' }]);
  }
  const settings: Settings = { values: {}, origins: {} };
  const findings: FileFinding[] = [];
  for (const [key, given] of Object.entries(value as object)) {
    const option = optionName(key);
    const takes = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
    const found = takes && valueIn(given, takes);
    if (!takes) findings.push(unknownKey(key, command, all));
    else if (Object.hasOwn(settings.values, option))
      findings.push({ path: [key], message: `is ${option} again; write it once` });
    else if (found === undefined) findings.push(misfit(key, given, takes));
    else {
      settings.values[option] = found;
      settings.origins[option] = `${key} of ${name}`;
    }
  }
  throwFindings(name, source, findings);
  return settings;
}
