/** Adapters that unpack archives to disk: they are found out, and nothing that they write stays behind. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { archivePaths } from '../../properties/archive-paths.ts';
import { TRAP_WAYS } from '../trial.ts';
import { tryTrial } from '../../runner/try.ts';
import { AdapterSubject } from './adapter-subject.ts';

/** Unpacks each archive with tar, taking its members at their word, and tells that it could not read it. */
const adapter = (into: string): string => `read -r hello
echo '{"protocol":1,"parser":"p","level":"lines","dialects":["documented"],"archives":true}'
while read -r command; do
  case $command in *'"bye"'*) exit 0 ;; esac
  id=$(echo "$command" | sed 's/.*"id":\\([0-9]*\\).*/\\1/')
  path=$(echo "$command" | sed 's/.*"path":"\\([^"]*\\)".*/\\1/')
  (cd ${into} && tar -xPf "$path")
  echo "{\\"id\\":$id,\\"error\\":\\"no\\"}"
done
`;

/** Those by which nothing is written outside: what is linked to is read, or a file is given under another name. */
const READING = ['link', 'hard-link', 'log-in-server'];

const trialOf = (way: string) =>
  fc
    .sample(archivePaths.trials('documented'), { seed: 1, numRuns: 100 })
    .find(({ steps: [step] }) => step!.command.cmd === 'archive' && step!.command.trap!.way === way)!;

/** What is to unpack where, and the folder that it is started in. */
const TARGETS = {
  'beside the archive': '"$(dirname "$path")"',
  'in a temporary folder': '"$(mktemp -d)"',
  'in the current folder': '.',
};

test.each(Object.entries(TARGETS))('one that unpacks %s is found out by every way', async (_, into) => {
  const home = temporaryFolder();
  const cwd = join(home, 'a/b/c/d');
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'adapter.sh'), adapter(into));
  const before = process.cwd();
  process.chdir(cwd);
  onTestFinished(() => process.chdir(before));
  const subject = await AdapterSubject.start(['sh', 'adapter.sh'], { timeout: 60_000 });
  for (const way of TRAP_WAYS.filter((each) => !READING.includes(each))) {
    const { mismatch } = await tryTrial(subject, trialOf(way));
    expect(mismatch?.message, way).toMatch(/^it wrote .*edxgen-trap-[0-9a-f]{8}, which lies outside the archive$/);
  }
  await subject.close();
  const names = [...readdirSync(home, { recursive: true, encoding: 'utf8' }), ...readdirSync(tmpdir())];
  expect(names.filter((name) => name.includes('edxgen-trap'))).toEqual([]);
});
