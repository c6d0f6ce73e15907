import { statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { ArgumentsCamelCase } from 'yargs';
import { FAULT_LABELS, MANIFEST, REPORT } from '../src/archive/file-names.ts';
import { isBucketAddress } from '../src/store/address.ts';
import type { Store } from '../src/store/store.ts';
import { fileSystemError, UserError } from '../src/base/user-error.ts';
import { endpointOption, flagOption, pathsPositional, textOption } from './arguments.ts';
import type { Command } from './command.ts';
import { print, say } from './exit.ts';
import { checkSettledIn } from './settled.ts';
import { StatusLine } from './status-line.ts';
import { STANDARD_INPUT } from './validate.ts';

interface Arguments {
  path: string[];
  out: string | undefined;
  terminal: boolean | undefined;
  force: boolean | undefined;
  endpoint: string | undefined;
  quiet: boolean | undefined;
}

/** Of a page's beginning, which tells whether it is ours. */
const HEAD = 512;

/** Whether a file is a page of ours, which may be written anew. */
async function isOurs(store: Store, name: string, mark: string): Promise<boolean> {
  for await (const chunk of store.read(name)) return chunk.toString('utf8', 0, HEAD).includes(mark);
  return false;
}

/**
 * Looks, before much is read, whether a page may have this name.
 *
 * @throws UserError when something else has it, or there is no such folder
 */
async function checkOutput(path: string, mark: string, force: boolean): Promise<void> {
  try {
    if (!isBucketAddress(path)) {
      if (!statSync(dirname(path)).isDirectory())
        throw new UserError(`cannot write ${path}: ${dirname(path)} is no folder`);
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
        throw new UserError(`cannot write ${path}: it is a folder; name a file`);
    }
    const { storeOf } = await import('../src/store/open-store.ts');
    const { store, name } = await storeOf(path);
    if (force || !(await store.find(name)) || (await isOurs(store, name, mark))) return;
  } catch (error) {
    throw fileSystemError(error, `write ${path}`) ?? error;
  }
  throw new UserError(`${path} is no report of edxgen; choose another name with --out, or replace it with --force`);
}

/** Writes a page under its name when it is complete, and has the manifest of its run name it, where it is a file of one. */
async function write(path: string, text: string, isOfRun: boolean): Promise<void> {
  const [{ storeOf }, { writeWhole }, { jsonBytes, readManifest, withFile }] = await Promise.all([
    import('../src/store/open-store.ts'),
    import('../src/store/store.ts'),
    import('../generators/run/manifest.ts'),
  ]);
  const { store, name } = await storeOf(path);
  try {
    const file = await writeWhole(store, name, Buffer.from(text));
    const manifest = isOfRun ? await readManifest(store) : undefined;
    if (manifest?.files) await writeWhole(store, MANIFEST, jsonBytes(withFile(manifest, file)));
  } catch (error) {
    throw fileSystemError(error, `write ${path}`) ?? error;
  } finally {
    await store.discard();
  }
}

/** An address of a file, from the folder of a page. */
const address = (file: string, from: string): string =>
  isBucketAddress(file) !== isBucketAddress(from)
    ? file
    : relative(from, file).split(sep).map(encodeURIComponent).join('/');

/**
 * Writes the page about some logs.
 *
 * @returns where it is
 */
async function writeReport(
  paths: readonly string[],
  status: StatusLine,
  { out, force = false }: { out?: string | undefined; force?: boolean | undefined },
): Promise<string> {
  await checkSettledIn(paths);
  const [{ folderOf, readReport }, { page }, { MARK }, { openStore }] = await Promise.all([
    import('../src/report/report.ts'),
    import('../src/report/page/page.ts'),
    import('../src/report/page/html.ts'),
    import('../src/store/open-store.ts'),
  ]);
  const folder = await folderOf(paths);
  const store = folder === undefined ? undefined : await openStore(folder);
  const inFolder = (name: string) => store?.path(name) ?? name;
  const path = out ?? inFolder(REPORT);
  await checkOutput(path, MARK, force);
  const report = await readReport(paths, { onProgress: status.reading }).finally(() => status.end());
  await write(path, page(report, address(inFolder(FAULT_LABELS), dirname(path))), path === store?.path(REPORT));
  return path;
}

async function run({ path, out, terminal, force, quiet }: ArgumentsCamelCase<Arguments>): Promise<void> {
  const paths = path.map((one) => (one === STANDARD_INPUT ? '-' : one));
  const status = new StatusLine(process.stderr, quiet === true);
  if (terminal) {
    const given = out !== undefined ? 'out' : force ? 'force' : undefined;
    if (given) throw new UserError(`--terminal writes no file, so --${given} has no meaning; leave one of them out`);
    await checkSettledIn(paths);
    const [{ readReport }, { terminalReport }] = await Promise.all([
      import('../src/report/report.ts'),
      import('../src/report/terminal.ts'),
    ]);
    const report = await readReport(paths, { onProgress: status.reading }).finally(() => status.end());
    await print(
      terminalReport(report, {
        colours: process.stdout.isTTY && !process.env['NO_COLOR'],
        columns: process.stdout.columns ?? 80,
      }),
    );
    return;
  }
  const written = await writeReport(paths, status, { out, force });
  if (!quiet) await say(written);
}

/** `edxgen report PATH...`: a page about a data set. */
export const reportCommand = {
  usage: 'report <path..>',
  about: 'write a page about logs: tar, gz, plain file, folder, or - for standard input',
  positionals: { path: pathsPositional('what to read') },
  options: {
    out: textOption('out', 'file to write to', `${REPORT} in the folder that is read, or here`),
    terminal: flagOption('print the report to the terminal instead'),
    force: flagOption('replace a file that is no report of edxgen'),
    endpoint: endpointOption,
    quiet: flagOption('no progress, and do not say where the page is'),
  },
  examples: [
    ['report edxgen-out', 'edxgen-out/report.html'],
    ['report --terminal logs.tar', 'the same in characters'],
  ],
  docs: ['docs/report.md'],
  run,
} satisfies Command;
