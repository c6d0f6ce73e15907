import type { ArgumentsCamelCase } from 'yargs';
import { choicePositional } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './exit.ts';

const SCHEMAS = ['format', 'course', 'behaviour', 'site'] as const;

interface Arguments {
  kind: (typeof SCHEMAS)[number];
}

async function schemaOf(kind: Arguments['kind']): Promise<object> {
  if (kind === 'format') return (await import('../src/spec/index.ts')).jsonSchema();
  return (await import('../generators/run/written-files.ts')).fileSchema(kind);
}

/** `edxgen schema`: the format as JSON Schema, or a kind of files that people write. */
export const schemaCommand = {
  usage: 'schema [kind]',
  about: 'print a JSON Schema (draft 2020-12): of the format, or of a course, behaviour or site file',
  positionals: { kind: choicePositional('kind', 'what the schema is of', SCHEMAS, 'format') },
  options: {},
  examples: [['schema course > course.schema.json', 'for an editor that checks YAML as it is written']],
  docs: ['docs/format.md', 'examples/course.yaml', 'examples/behaviour.yaml', 'examples/site.yaml'],
  run: async ({ kind }: ArgumentsCamelCase<Arguments>) => print(`${JSON.stringify(await schemaOf(kind), null, 2)}\n`),
} satisfies Command;
