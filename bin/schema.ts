import type { ArgumentsCamelCase, CommandModule } from 'yargs';
import { print } from './exit.ts';

const SCHEMAS = ['format', 'course', 'behaviour'] as const;

interface Arguments {
  of: (typeof SCHEMAS)[number];
}

async function schemaOf(what: Arguments['of']): Promise<object> {
  if (what === 'format') return (await import('../src/spec/index.ts')).jsonSchema();
  return (await import('../generators/written-files.ts')).fileSchema(what);
}

/** `edxgen schema`: the format as JSON Schema, or a kind of files that people write. */
export const schemaCommand: CommandModule<object, Arguments> = {
  command: 'schema [of]',
  describe: 'print a JSON Schema (draft 2020-12): of the format, or of a course or behaviour file',
  builder: (yargs) => yargs.positional('of', { choices: SCHEMAS, default: 'format', describe: 'what the schema is of' }) as never,
  handler: async ({ of }: ArgumentsCamelCase<Arguments>) => print(`${JSON.stringify(await schemaOf(of), null, 2)}\n`),
};
