/** Files to begin with: an adapter in a language, and a workflow that runs the kit on it. They are copies of examples. */
import { copyFileSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileSystemError, UserError } from '../src/base/user-error.ts';

const examples = (): string => join(dirname(createRequire(import.meta.url).resolve('edxgen/package.json')), 'examples');

/** How an adapter in a language is called and started. */
interface Language {
  readonly adapter: string;
  /** What makes a program of it, where the language asks for that. */
  readonly build?: string;
  readonly command: string;
}

const LANGUAGES = {
  python: { adapter: 'adapter.py', command: 'python3 adapter.py' },
  ruby: { adapter: 'adapter.rb', command: 'ruby adapter.rb' },
  go: { adapter: 'adapter.go', build: 'go build -o adapter adapter.go', command: './adapter' },
  php: { adapter: 'adapter.php', command: 'php adapter.php' },
  node: { adapter: 'adapter.mjs', command: 'node adapter.mjs' },
} as const satisfies Record<string, Language>;

/** The languages of {@link scaffold}. */
export const SCAFFOLDS = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[];

const WORKFLOW = join('.github', 'workflows', 'edx-tracking-logs.yml');
/** What the example's workflow runs. */
const EXAMPLE = LANGUAGES.python.command;

function workflowFor({ build, command }: Language): string {
  const example = readFileSync(join(examples(), 'ci', 'github-actions.yml'), 'utf8').split('\n');
  const own = example
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.replace(`-- ${EXAMPLE}`, `-- ${command}`));
  const first = [
    '# edxgen-VERSION.tgz beside this repository’s files is the package; `npm pack` in a checkout of edxgen makes it.',
    ...own,
  ];
  const steps =
    build === undefined
      ? first
      : first.flatMap((line) => (line.includes('actions/checkout') ? [line, `      - run: ${build}`] : [line]));
  return steps.join('\n');
}

/**
 * Writes an adapter and a workflow for CI into a folder.
 *
 * @returns the files, what makes a program of the adapter, and what starts it
 * @throws UserError when one of the files is there already, or cannot be written; then nothing is written
 */
export function scaffold(
  folder: string,
  name: keyof typeof LANGUAGES,
): { readonly files: readonly string[]; readonly build: string | undefined; readonly command: string } {
  const language: Language = LANGUAGES[name];
  const files = [language.adapter, WORKFLOW];
  const there = files.find((file) => existsSync(join(folder, file)));
  if (there !== undefined)
    throw new UserError(
      `${there} is there already, and is left as it is; move it away, or write another one elsewhere`,
    );
  try {
    mkdirSync(dirname(join(folder, WORKFLOW)), { recursive: true });
    copyFileSync(
      join(examples(), 'scaffold', language.adapter),
      join(folder, language.adapter),
      constants.COPYFILE_EXCL,
    );
    writeFileSync(join(folder, WORKFLOW), workflowFor(language), { flag: 'wx' });
  } catch (error) {
    throw fileSystemError(error, `write to ${folder}`) ?? error;
  }
  return { files, build: language.build, command: language.command };
}
