import type { ArgumentsCamelCase } from 'yargs';
import { flagOption } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './exit.ts';

/** What can be listed, for people and for programs. */
interface Listed {
  readonly table: () => string;
  readonly list: () => string;
}

/** A command that lists what there is of something. What is listed is loaded when it runs. */
export const listCommand = (
  told: Pick<Command, 'usage' | 'about' | 'examples' | 'docs'>,
  load: () => Promise<Listed>,
): Command => ({
  ...told,
  options: { json: flagOption('one JSON object a line') },
  async run({ json }: ArgumentsCamelCase<{ json: boolean | undefined }>) {
    const { list, table } = await load();
    await print(json ? list() : table());
  },
});
