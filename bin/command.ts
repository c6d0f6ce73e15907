import type { Options, PositionalOptions } from 'yargs';

/** A command, as its file declares it. What it takes to run it is loaded when it runs. */
export interface Command {
  /** Its name and what comes after it, as yargs writes it: `validate <path..>`. */
  readonly usage: string;
  readonly about: string;
  readonly positionals?: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** Pages that say more. */
  readonly docs: readonly string[];
  run(given: never): Promise<void>;
}

/** `validate` */
export const nameOf = ({ usage }: Command): string => usage.split(' ')[0]!;

/** An option’s value: `gzip or none`, `a number`, `a value`; undefined for one that is set or not. */
export function valueOf({ type, number, choices }: Options): string | undefined {
  if (type === 'boolean') return undefined;
  return choices ? choices.join(' or ') : number ? 'a number' : 'a value';
}

/** Options that stand together in --help, under a heading. */
export const inGroup = <T extends Record<string, Options>>(group: string, options: T): T =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { ...option, group: `${group}:` }])) as T;

/** An option as the command line spells it, without its hyphens: gzip-level. */
export const optionName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is no option of the library has another name here too. */
const NAMES: Readonly<Record<string, string>> = {
  AWS_ENDPOINT_URL_S3: '--endpoint or AWS_ENDPOINT_URL_S3',
  PROPERTIES: 'edxgen conform --list',
};

/** What the library names in a message, as the command line spells it. */
export const spelling = (name: string): string => NAMES[name] ?? `--${optionName(name)}`;
