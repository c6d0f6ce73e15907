/** What is told of a command line that makes no sense, in place of what yargs says. */
import { closest } from '../src/base/closest.ts';
import { quoted } from '../src/base/printable.ts';
import { UserError } from '../src/base/user-error.ts';
import { nameOf, valueOf, type Command } from './command.ts';
import { CONFIG } from './settings.ts';

/** A command line that yargs does not take. */
export interface CommandLine {
  readonly command: Command;
  /** The words after `edxgen`, before `--`. */
  readonly words: readonly string[];
  readonly commands: readonly Command[];
}

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const optionsOf = (command: Command): string[] => [
  ...Object.keys(command.options).filter((name) => !command.options[name]!.hidden),
  CONFIG,
  'help',
  'version',
];

/** `users` of `--users=5`; of `-users` and `—users` too, which are none. */
const nameIn = (word: string): string => word.replace(/^\p{Pd}+/u, '').replace(/=.*$/s, '');

function isKnown(word: string, { options }: Command): boolean {
  if (word === '-h') return true;
  const names = [...Object.keys(options), CONFIG, 'help', 'version'];
  return word.startsWith('--') && [...names, ...names.map(camelCase)].includes(nameIn(word));
}

/** The command before its options, as it was meant. */
const name = ({ command, commands }: CommandLine): string =>
  command === commands[0] ? 'edxgen' : `edxgen ${nameOf(command)}`;

const help = (line: CommandLine): string => `see ${name(line)} --help`;

function unknownOption(word: string, line: CommandLine): UserError {
  const { command, commands } = line;
  const option = nameIn(word);
  const meant = optionsOf(command).includes(option) ? option : closest(option, optionsOf(command));
  const others = commands.filter(({ options }) => Object.hasOwn(options, option));
  const hint = meant
    ? `did you mean --${meant}?`
    : others.length > 0
      ? `it is one of ${others.map((other) => `edxgen ${nameOf(other)}`).join(' and ')}`
      : help(line);
  return new UserError(`${name(line)} has no option ${word.replace(/=.*$/s, '')}; ${hint}`);
}

/** A word that is no option, nor the value of one. */
function unknownWord(word: string, line: CommandLine): UserError {
  const { command, commands, words } = line;
  const index = words.indexOf(word);
  if (nameOf(command) === 'conform') {
    const parts = [...words.slice(0, index), '--', ...words.slice(index)];
    return new UserError(`use -- before the adapter: edxgen ${parts.map(quoted).join(' ')}`);
  }
  const names = commands.map(nameOf);
  if (names.includes(word))
    return new UserError(
      `a command comes first: edxgen ${[word, ...words.filter((_, i) => i !== index)].map(quoted).join(' ')}`,
    );
  const option = nameIn(word);
  if (optionsOf(command).includes(option))
    return new UserError(
      `${name(line)} does not know what to do with ${JSON.stringify(word)}; did you mean --${option}?`,
    );
  if (command !== commands[0] || index > 0)
    return new UserError(`${name(line)} does not know what to do with ${JSON.stringify(word)}; ${help(line)}`);
  const meant = closest(word, names);
  return new UserError(
    `there is no command ${JSON.stringify(word)}; ${meant ? `did you mean edxgen ${meant}?` : 'edxgen --help lists them'}`,
  );
}

function missingValue(option: string, { command, words }: CommandLine): UserError {
  const { description, ...rest } = command.options[option] ?? {};
  const next = words[words.indexOf(`--${option}`) + 1];
  const dashed =
    next !== undefined && !isKnown(next, command)
      ? `; a value that begins with a hyphen is given as --${option}=${next}`
      : '';
  return new UserError(
    `--${option} needs ${valueOf(rest) ?? 'a value'} after it${description ? ` (${description})` : ''}${dashed}`,
  );
}

function missingWord({ command }: CommandLine): UserError {
  const [key, { describe }] = Object.entries(command.positionals ?? {})[0] as [string, { describe?: string }];
  return new UserError(
    `edxgen ${nameOf(command)} needs ${key.toUpperCase()}${describe ? `, ${describe}` : ''}; see edxgen ${nameOf(command)} --help`,
  );
}

/** An option that is there without being one; a word before it in `conform` begins the adapter’s command. */
function unknownDashed(line: CommandLine): string | undefined {
  return line.words.find((word) => /^-[^\d.]/.test(word) && !isKnown(word, line.command));
}

/** Words for what yargs says of a command line. What comes from elsewhere is returned as it is. */
export function explained(message: string, unknownWords: readonly string[], line: CommandLine): UserError {
  const [first] = unknownWords;
  const option = unknownDashed(line);
  const isAdapters =
    nameOf(line.command) === 'conform' &&
    first !== undefined &&
    option !== undefined &&
    line.words.indexOf(first) < line.words.indexOf(option);
  const [, valueless] = /^Not enough arguments following: (.*)$/s.exec(message) ?? [];
  const isValue =
    valueless !== undefined &&
    option?.startsWith('--') === false &&
    line.words.indexOf(option) === line.words.indexOf(`--${valueless}`) + 1;
  if (/^(Unknown argument|Not enough)/.test(message) && option !== undefined && !isAdapters && !isValue)
    return unknownOption(option, line);
  if (message.startsWith('Unknown argument')) return unknownWord(first ?? message.replace(/^[^:]*: /, ''), line);
  if (valueless !== undefined) return missingValue(valueless, line);
  if (message.startsWith('Not enough non-option arguments')) return missingWord(line);
  if (message.startsWith('Invalid JSON config file'))
    return new UserError(`--${CONFIG} is given more than once; give it once`);
  return new UserError(message);
}
