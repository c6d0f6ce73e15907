/** The command line: what yargs makes of it. */
import yargs, { type Argv, type CommandModule } from 'yargs';
import { OptionError, UserError } from '../src/base/user-error.ts';
import { VERSION } from '../src/base/version.ts';
import { textOption } from './arguments.ts';
import { nameOf, spelling, type Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { explained } from './mistakes.ts';
import { CONFIG, environmentSettings, withOrigins, type Settings } from './settings.ts';
import { STANDARD_INPUT } from './validate.ts';

const DASHES = '--';

const configOption = textOption(
  CONFIG,
  'file of options, YAML or JSON; they may also stand in the environment, such as EDXGEN_USERS',
  'none',
);

/** `edxgen help validate` is `edxgen validate --help`. */
const asAsked = (words: readonly string[]): string[] =>
  words[0] === 'help' && words.length > 1 ? [...words.slice(1), '--help'] : [...words];

/** Only conform has a use for what stands after `--`; yargs would leave those words out, without a word. */
function withoutDashes(words: readonly string[]): readonly string[] {
  const index = words[0] === 'conform' ? -1 : words.indexOf(DASHES);
  if (index < 0) return words;
  const option = words.slice(index + 1).find((word) => /^-./.test(word));
  if (option !== undefined)
    throw new UserError(`${option} after -- would be taken for an option; a file of that name is ./${option}`);
  return words.filter((_, i) => i !== index);
}

/** yargs makes any value of a flag that is not true into false. */
function checkFlags(words: readonly string[], { options }: Command): void {
  for (const word of words) {
    const [, name, value] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || options[name]?.type !== 'boolean' || value === 'true' || value === 'false') continue;
    throw new UserError(`--${name} takes no value but true or false, not ${JSON.stringify(value)}`);
  }
}

/** One reading of a command line. */
class CommandLine {
  readonly #words: readonly string[];
  /** Those before `--`. */
  readonly #own: readonly string[];
  readonly #cli: Argv;
  readonly #origins: Settings['origins'] = {};
  #command: Command = COMMANDS[0]!;
  #mistake: unknown;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#own = words.slice(0, words.includes(DASHES) ? words.indexOf(DASHES) : undefined);
    this.#cli = yargs(words.map((word, index) => (word === '-' && index < this.#own.length ? STANDARD_INPUT : word)));
  }

  async run(): Promise<void> {
    const readConfig = await this.#configReader();
    const cli = this.#cli
      .scriptName('edxgen')
      .detectLocale(false)
      .parserConfiguration({
        'boolean-negation': false,
        'dot-notation': false,
        'populate--': this.#words[0] === 'conform',
      })
      .usage('Makes realistic, reproducible edX tracking logs, validates them, and tries parsers of them.');
    for (const command of COMMANDS) cli.command(this.#module(command, readConfig));
    cli
      .strict()
      .help('help', 'this page')
      .alias('help', 'h')
      .version('version', 'the version', VERSION)
      .wrap(100)
      // Help that could not be written must end with 2, which is known a moment later.
      .exitProcess(false)
      .fail((message: string | null, error) => {
        if (this.#mistake !== undefined) throw this.#mistake;
        if (message === null || message === undefined) throw error;
        throw explained(message, this.#unknownWords(), {
          command: this.#command,
          words: this.#own,
          commands: COMMANDS,
        });
      });
    try {
      await cli.parseAsync();
    } catch (error) {
      if (error instanceof OptionError) error.message = error.spelled(spelling);
      if (error instanceof UserError) error.message = withOrigins(error.message, this.#origins);
      throw error;
    }
  }

  /** Only who names a file pays for what reads it. */
  async #configReader(): Promise<((path: string, command: Command) => Settings) | undefined> {
    const isNamed = process.env['EDXGEN_CONFIG'] !== undefined || this.#own.some((word) => /^--config(=|$)/.test(word));
    if (!isNamed) return undefined;
    const { readConfig } = await import('./config-file.ts');
    return (path, command) => readConfig(path, command, COMMANDS);
  }

  #module(command: Command, readConfig: ((path: string, command: Command) => Settings) | undefined): CommandModule {
    return {
      command: command === COMMANDS[0] ? [command.usage, '$0'] : command.usage,
      describe: command.about,
      builder: ((cli: Argv, isHelp: boolean) => {
        this.#command = command;
        for (const [name, positional] of Object.entries(command.positionals ?? {})) cli.positional(name, positional);
        if (isHelp) {
          for (const [example, what] of command.examples) cli.example(`edxgen ${example}`, what);
          cli.epilogue(`More: ${command.docs.join(', ')}`);
          return cli.options(command.options).option(CONFIG, configOption);
        }
        // yargs draws a command's help whenever it runs one, which takes longer than all else before it; of what is hidden it draws nothing.
        for (const [name, option] of Object.entries(command.options)) cli.option(name, { ...option, hidden: true });
        checkFlags(this.#own, command);
        return this.#settings(cli, command, readConfig);
      }) as never,
      handler: (given) => command.run(given as never),
    };
  }

  /** The command line goes before the environment, that before a file. */
  #settings(cli: Argv, command: Command, readConfig: ((path: string, command: Command) => Settings) | undefined): Argv {
    const environment = environmentSettings(process.env, command, COMMANDS);
    const { [CONFIG]: config, ...values } = environment.values;
    const read = (path: string): object => {
      try {
        const file = readConfig!(path, command);
        this.#origin(file);
        this.#origin(environment);
        return Object.fromEntries(
          Object.entries(file.values).filter(([name, value]) => !Object.hasOwn(values, name) && value !== false),
        );
      } catch (error) {
        this.#mistake = error;
        throw error;
      }
    };
    this.#origin(environment);
    cli
      .option(CONFIG, { ...configOption, ...(config !== undefined && { default: config }) })
      .config(CONFIG, configOption.description, read);
    return cli.config(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== false)));
  }

  /** Remembers where options are from, but for those that the command line gives. */
  #origin({ origins }: Settings): void {
    for (const [name, origin] of Object.entries(origins)) {
      if (!this.#own.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)))
        this.#origins[name] = origin;
    }
  }

  /** Words that are neither options, nor values of one, nor what the command takes. */
  #unknownWords(): string[] {
    const parsed = this.#cli.parsed as { argv?: { _: (string | number)[] } } | false;
    const [first, ...others] =
      (parsed && parsed.argv?._.map((word) => (word === STANDARD_INPUT ? '-' : String(word)))) || [];
    if (first === undefined) return [];
    return first === nameOf(this.#command) ? others : [first, ...others];
  }
}

/**
 * Runs the command that some words ask for.
 *
 * @throws UserError when they make no sense
 */
export const run = async (words: readonly string[]): Promise<void> =>
  new CommandLine(withoutDashes(asAsked(words))).run();
