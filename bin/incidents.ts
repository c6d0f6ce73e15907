import type { ArgumentsCamelCase } from 'yargs';
import { flagOption } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './exit.ts';

interface Arguments {
  json: boolean | undefined;
}

async function run({ json }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const { incidentList, incidentTable } = await import('../generators/incidents/list.ts');
  await print(json ? incidentList() : incidentTable());
}

/** `edxgen incidents`: what can go wrong. */
export const incidentsCommand = {
  usage: 'incidents',
  about: 'list the incidents that can happen on a site, with their parameters',
  options: { json: flagOption('one JSON object a line') },
  examples: [['incidents | grep -A1 lines-', 'what shippers do to lines']],
  docs: ['docs/incidents.md'],
  run,
} satisfies Command;
