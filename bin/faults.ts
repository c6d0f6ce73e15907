import type { ArgumentsCamelCase } from 'yargs';
import { flagOption } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './exit.ts';

interface Arguments {
  json: boolean | undefined;
}

async function run({ json }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { faultList, faultTable } = await import('../generators/faults/list.ts');
  await print(json ? faultList() : faultTable());
}

/** `edxgen faults`: what can be broken. */
export const faultsCommand = {
  usage: 'faults',
  about: 'list the fault operators',
  options: { json: flagOption('one JSON object a line') },
  examples: [['faults | grep utf8', 'those that have to do with UTF-8']],
  docs: ['docs/faults.md'],
  run,
} satisfies Command;
