import { listCommand } from './list-command.ts';

/** `edxgen faults`: what can be broken. */
export const faultsCommand = listCommand(
  {
    usage: 'faults',
    about: 'list the fault operators',
    examples: [['faults | grep utf8', 'those that have to do with UTF-8']],
    docs: ['docs/faults.md'],
  },
  async () => {
    const { faultList, faultTable } = await import('../generators/faults/list.ts');
    return { list: faultList, table: faultTable };
  },
);
