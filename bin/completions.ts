/** What the shell proposes while a command line is typed; `edxgen completion` prints the script that asks. */
import type { Options } from 'yargs';
import { nameOf, type Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { CONFIG } from './settings.ts';

/** Options whose words are too many to stand in --help. */
const WORDS: Record<string, () => Promise<readonly string[]>> = {
  fault: faults,
  incident: incidents,
  only: properties,
  skip: properties,
  level: async () => (await import('../conformance/properties/property.ts')).PROPERTY_LEVELS,
  depth: async () => (await import('../conformance/properties/property.ts')).DEPTHS,
};

async function faults(): Promise<string[]> {
  return (await import('../generators/faults/index.ts')).FAULTS.map(({ id }) => id);
}

async function incidents(): Promise<string[]> {
  return (await import('../generators/incidents/index.ts')).INCIDENTS.map(({ id }) => id);
}

async function properties(): Promise<string[]> {
  return (await import('../conformance/properties/index.ts')).PROPERTIES.map(({ id }) => id);
}

/** The option whose value is being typed: the last one, when it takes a value and has none, or takes several. */
function openOption(words: readonly string[], { options }: Command): string | undefined {
  const index = words.findLastIndex((word) => word.startsWith('--'));
  const name = words[index]?.slice(2) ?? '';
  const option: Options | undefined = name === CONFIG ? { type: 'string' } : options[name];
  if (!option || option.type === 'boolean') return undefined;
  return option.array || index === words.length - 1 ? name : undefined;
}

/**
 * What may come next. Nothing, where a file may: shells then propose files.
 *
 * @param words `edxgen` and what is typed after it; the last one is not finished
 */
export async function completions(words: readonly string[]): Promise<readonly string[]> {
  const typed = words.slice(1, -1);
  const current = words.at(-1) ?? '';
  if (typed.includes('--')) return [];
  const named = COMMANDS.find((command) => nameOf(command) === typed[0]);
  const command = named ?? COMMANDS[0]!;
  const option = openOption(typed, command);
  if (option !== undefined && !current.startsWith('-'))
    return WORDS[option]?.() ?? (command.options[option]?.choices as string[] | undefined) ?? [];
  if (typed.length === 0 && !current.startsWith('-')) return COMMANDS.map(nameOf);
  if (named && nameOf(named) === 'explain' && !current.startsWith('-'))
    return (await import('./explain.ts')).explainedIds();
  const positionals = Object.values(command.positionals ?? {});
  if (named && positionals.length > 0 && !current.startsWith('-'))
    return (positionals[0]!.choices as string[] | undefined) ?? [];
  const names = Object.keys(command.options).filter((name) => !command.options[name]!.hidden);
  return [...names, CONFIG, 'help'].map((name) => `--${name}`).filter((name) => !typed.includes(name));
}
