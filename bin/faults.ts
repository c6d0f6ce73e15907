import type { ArgumentsCamelCase, CommandModule } from 'yargs';
import { flagOption } from './arguments.ts';
import { print } from './exit.ts';

interface Arguments {
  json: boolean | undefined;
}

async function run({ json }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { faultList, faultTable } = await import('../generators/faults/list.ts');
  await print(json ? faultList() : faultTable());
}

/** `edxgen faults`: what can be broken. */
export const faultsCommand: CommandModule<object, Arguments> = {
  command: 'faults',
  describe: 'list the fault operators',
  builder: { json: flagOption('one JSON object a line') } as never,
  handler: run,
};
