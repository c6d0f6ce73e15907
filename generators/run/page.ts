/** HTML report of a run, one of its files. */
import { writeWhole, type Store } from '../../src/store/store.ts';
import { FAULT_LABELS, REPORT } from '../../src/archive/file-names.ts';
import { withFile, type Manifest } from './manifest.ts';

/**
 * Writes the HTML report of a run whose other files are published. The modules that make it are loaded only then.
 *
 * @returns the manifest, which names the page too
 */
export async function addPage(store: Store, manifest: Manifest): Promise<Manifest> {
  const [{ readReport }, { page }] = await Promise.all([
    import('../../src/report/report.ts'),
    import('../../src/report/page/page.ts'),
  ]);
  const report = await readReport([store.address], { manifest });
  return withFile(manifest, await writeWhole(store, REPORT, Buffer.from(page(report, FAULT_LABELS))));
}
