/** Puts a run in the place of another, in a process that may be killed: `node swap.kill.test.support.js FOLDER RUN`. */
import { FolderStore } from '../../src/store/folder.ts';
import { copy } from '../../src/store/store.ts';
import { MANIFEST } from '../../src/archive/file-names.ts';
import { filesOf, readManifest } from './manifest.ts';
import { Publication } from './publication.ts';

const [folder, run] = process.argv.slice(2) as [string, string];
const from = new FolderStore(run);
const manifest = (await readManifest(from))!;
const output = await Publication.open(
  new FolderStore(folder),
  { edxgen: manifest.edxgen, options: manifest.options },
  { force: true },
);
for (const name of filesOf(manifest)) if (name !== MANIFEST) await copy(from, output.store, name);
await output.complete(manifest);
