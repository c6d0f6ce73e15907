import { listCommand } from './list-command.ts';

/** `edxgen incidents`: what can go wrong. */
export const incidentsCommand = listCommand(
  {
    usage: 'incidents',
    about: 'list the incidents that can happen on a site, with their parameters',
    examples: [['incidents | grep -A1 lines-', 'what shippers do to lines']],
    docs: ['docs/incidents.md'],
  },
  async () => {
    const { incidentList, incidentTable } = await import('../generators/incidents/list.ts');
    return { list: incidentList, table: incidentTable };
  },
);
