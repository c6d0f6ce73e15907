import type { CommandModule } from 'yargs';
import { print } from './exit.ts';

/** `edxgen schema`: the format as JSON Schema. */
export const schemaCommand: CommandModule = {
  command: 'schema',
  describe: 'print the JSON Schema of the format (draft 2020-12)',
  async handler() {
    const { jsonSchema } = await import('../src/spec/index.ts');
    await print(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  },
};
