import type { ArgumentsCamelCase } from 'yargs';
import { choicePositional } from './arguments.ts';
import type { Command } from './command.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

interface Arguments {
  shell: (typeof SHELLS)[number] | undefined;
}

/** yargs makes the script, for the shell that the environment names. */
async function run({ shell }: ArgumentsCamelCase<Arguments>): Promise<void> {
  if (shell) process.env['SHELL'] = shell;
  const { default: yargs } = await import('yargs');
  yargs([]).scriptName('edxgen').showCompletionScript();
}

/** `edxgen completion`: words that the shell completes. */
export const completionCommand = {
  usage: 'completion [shell]',
  about: 'print a script that completes commands, options and their words in a shell',
  positionals: { shell: choicePositional('shell', 'which shell', SHELLS) },
  options: {},
  examples: [['completion bash >> ~/.bashrc', 'or, for this session: source <(edxgen completion bash)']],
  docs: ['README.md'],
  run,
} satisfies Command;
